// Optional: the form for a paper works without this file.
// Sends the file in pieces, and goes on where it stopped when the connection was lost.
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

  const fail = async (answer) => {
    const told = answer.status === 422 ? (await answer.json()).message : form.dataset.failed;
    say.classList.add("bad");
    bar.hidden = true;
    words.textContent = told;
    form.querySelector("button").disabled = false;
  };

  const send = async (file) => {
    const fields = new URLSearchParams({ size: file.size });
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.set(name, value);
    const begun = await ask(form.dataset.uploads, { method: "POST", body: fields });
    if (begun.status !== 201) return fail(begun);
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
      if (answer && answer.status === 201) return location.assign(answer.headers.get("Location"));
      if (answer && answer.status !== 204 && answer.status !== 409 && answer.status !== 503) return fail(answer);
      if (!answer || answer.status !== 204) {
        // Nobody knows what came: the server says where it stands.
        await wait(500);
        answer = await ask(address, { method: "HEAD" });
        if (answer.status !== 204) return fail(answer);
        const done = answer.headers.get("Location");
        if (done) return location.assign(done);
      }
      offset = Number(answer.headers.get("Upload-Offset"));
    }
  };

  form.addEventListener("submit", (event) => {
    const file = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]).find((file) => file.size > 0);
    // The page tells what is missing.
    if (!file || !form.querySelector("input[type=radio]:checked")) return;
    event.preventDefault();
    say.hidden = false;
    say.classList.remove("bad");
    bar.hidden = false;
    form.querySelector("button").disabled = true;
    send(file);
  });
}
