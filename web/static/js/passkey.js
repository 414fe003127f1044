// Passkey: signing in, and getting a new key, by what the telephone, the computer or a stick keeps. A form says data-passkey
// "get" or "create", and where to ask (data-ask); the browser's answer goes into its field "answer", and the form is sent as
// any other. A browser that has no passkeys never shows the form.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const keys = (list = []) => list.map((key) => ({ ...key, id: bytes(key.id) }));

// question turns the server's JSON into what the browser wants.
function question({ publicKey: q }) {
  const asked = { ...q, challenge: bytes(q.challenge) };
  if (q.user) asked.user = { ...q.user, id: bytes(q.user.id) };
  if (q.excludeCredentials) asked.excludeCredentials = keys(q.excludeCredentials);
  if (q.allowCredentials) asked.allowCredentials = keys(q.allowCredentials);
  return asked;
}

// written turns the browser's answer into JSON for the server.
function written(key) {
  const from = key.response;
  const response = { clientDataJSON: text(from.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (from[part]) response[part] = text(from[part]);
  }
  if (from.getTransports) response.transports = from.getTransports();
  return JSON.stringify({
    id: key.id, rawId: text(key.rawId), type: key.type, response,
    authenticatorAttachment: key.authenticatorAttachment ?? undefined, clientExtensionResults: key.getClientExtensionResults(),
  });
}

async function ask(form) {
  const asked = await fetch(form.dataset.ask, { method: "POST", credentials: "same-origin", headers: { "Tilltal-Fragment": "1" } });
  if (!asked.ok) throw new Error(`status ${asked.status}`);
  const ticket = asked.headers.get("Tilltal-Ticket"); // what belongs to a person who is signed in already
  if (ticket) form.elements.ticket.value = ticket;
  const publicKey = question(await asked.json());
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey })
    : navigator.credentials.get({ publicKey });
}

async function press(form) {
  const failed = form.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  try {
    form.elements.answer.value = written(await ask(form));
    form.requestSubmit();
  } catch {
    form.elements.answer.value = "";
    failed.hidden = false;
    form.querySelector("button").focus();
  }
}

const possible = globalThis.PublicKeyCredential && !/^[\d.]+$|^\[/.test(location.hostname); // a key belongs to a name, not a number

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!possible) break;
  for (const instead of document.querySelectorAll("[data-passkey-none]")) instead.hidden = true;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    if (form.elements.answer.value) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    press(form);
  });
}
