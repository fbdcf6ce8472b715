#include <curl/curl.h>
#include <string.h>

// curl_easy_setopt and curl_easy_getinfo take any number of arguments, which Swift does not call.
static inline CURLcode curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode curl_set_reader(CURL *handle, curl_read_callback read, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, read);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_READDATA, context);
}
static inline CURLcode curl_set_writer(CURL *handle, curl_write_callback write) {
  return curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, write);
}
static inline CURLcode curl_set_progress(CURL *handle, curl_xferinfo_callback progress, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, progress);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_XFERINFODATA, context);
}
static inline CURLcode curl_set_opener(
    CURL *handle, curl_opensocket_callback open, curl_closesocket_callback close, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open);
  if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_CLOSESOCKETFUNCTION, close);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context);
}
static inline CURLcode curl_set_body(CURL *handle, const void *bytes, long count) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_POST, 1L);
  if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, count);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_COPYPOSTFIELDS, bytes);
}
static inline long curl_answer_code(CURL *handle) {
  long code = 0;
  return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code) == CURLE_OK ? code : 0;
}
// Texts belong to the handle. Null: there is none.
static inline const char *curl_answer_place(CURL *handle) {
  char *text = NULL;
  return curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &text) == CURLE_OK ? text : NULL;
}
static inline const char *curl_answer_header(CURL *handle, const char *name) {
  struct curl_header *header = NULL;
  return curl_easy_header(handle, name, 0, CURLH_HEADER, -1, &header) == CURLHE_OK ? header->value : NULL;
}
// What OpenSSL says of the chain (X509_V_…), 0 when it holds.
static inline long curl_chain_code(CURL *handle) {
  long code = 0;
  return curl_easy_getinfo(handle, CURLINFO_SSL_VERIFYRESULT, &code) == CURLE_OK ? code : 0;
}
// When the certificate of the other end ends, in seconds since 1970; -1 when nothing says so.
static inline long long curl_certificate_end(CURL *handle) {
  struct curl_certinfo *found = NULL;
  if (curl_easy_getinfo(handle, CURLINFO_CERTINFO, &found) != CURLE_OK || !found || found->num_of_certs < 1) return -1;
  static const char name[] = "Expire date:";
  for (struct curl_slist *line = found->certinfo[0]; line; line = line->next)
    if (!strncmp(line->data, name, sizeof name - 1)) return (long long)curl_getdate(line->data + sizeof name - 1, NULL);
  return -1;
}
