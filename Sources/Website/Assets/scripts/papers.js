// Optional: the form for a paper works without this file.
// Sends each file in pieces, one after the other, and goes on where it stopped when the connection was lost.
const form = document.querySelector("#paper-form");
if (form && window.fetch) {
  const say = document.querySelector("#paper-progress");
  const bar = say.querySelector("progress");
  const words = say.querySelector("output");
  const wait = (time) => new Promise((go) => setTimeout(go, time));
  const piece = Number(form.dataset.piece);

  // Asks until there is an answer: a connection that is gone comes back.
  const ask = async (address, options) => {
    for (let pause = 1_000; ; pause = Math.min(pause * 2, 15_000)) {
      try {
        const answer = await fetch(address, { credentials: "same-origin", redirect: "manual", ...options });
        if (answer.status !== 503) return answer;
      } catch { /* no connection */ }
      words.textContent = form.dataset.waiting;
      const online = new Promise((go) => addEventListener("online", go, { once: true }));
      await Promise.race([wait(pause), online]);
    }
  };

  const rest = say.querySelector("a");

  // Which of several it was; with those before it one can go on.
  const fail = async (answer, number, pages) => {
    const told = answer.status === 422 ? (await answer.json()).message : form.dataset.failed;
    say.classList.add("bad");
    bar.hidden = true;
    words.textContent = number ? `${form.dataset.photo} ${number}: ${told}` : told;
    rest.hidden = !pages;
    if (pages) rest.href = pages;
    form.querySelector("button").disabled = Boolean(pages);
  };

  // Sends one file. The result is the address of what became of it; nothing when it was not taken.
  const send = async (file, more, number, pages) => {
    const fields = new URLSearchParams({ size: file.size });
    const failed = (answer) => { fail(answer, number, pages); };
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.set(name, value);
    if (more) fields.set("more", "1");
    if (pages) fields.set("draft", pages.split("/").pop());
    const begun = await ask(form.dataset.uploads, { method: "POST", body: fields });
    if (begun.status !== 201) return failed(begun);
    const address = begun.headers.get("Location");
    let offset = 0;
    for (;;) {
      words.textContent = form.dataset.sending;
      bar.value = offset / file.size;
      let answer;
      try {
        answer = await fetch(address, {
          method: "PATCH", credentials: "same-origin", redirect: "manual", body: file.slice(offset, offset + piece),
          headers: { "Content-Type": "application/partial-upload", "Upload-Offset": offset, "Form-Token": fields.get("form") },
        });
      } catch {
        answer = null;
      }
      if (answer && answer.status === 201) return answer.headers.get("Location");
      if (answer && answer.status !== 204 && answer.status !== 409 && answer.status !== 503) return failed(answer);
      if (!answer || answer.status !== 204) {
        // Nobody knows what came: the server says where it stands.
        await wait(500);
        answer = await ask(address, { method: "HEAD" });
        if (answer.status !== 204) return failed(answer);
        const done = answer.headers.get("Location");
        if (done) return done;
      }
      offset = Number(answer.headers.get("Upload-Offset"));
    }
  };

  const sendAll = async (files) => {
    const isPage = form.querySelector("[name=draft]") || form.querySelector("#more")?.checked || files.length > 1;
    let pages = null;
    for (const [index, file] of files.entries()) {
      const place = await send(file, isPage, files.length > 1 ? index + 1 : 0, pages);
      if (!place) return;
      pages = place;
    }
    location.assign(pages);
  };

  form.addEventListener("submit", (event) => {
    const files = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]).filter((file) => file.size > 0);
    // The page tells what is missing.
    if (!files.length || (form.querySelector("input[type=radio]") && !form.querySelector("input[type=radio]:checked"))) return;
    event.preventDefault();
    say.hidden = false;
    say.classList.remove("bad");
    rest.hidden = true;
    bar.hidden = false;
    form.querySelector("button").disabled = true;
    sendAll(files);
  });
}
