// Notices in the browser: turns them on when she asks for it, and sends what the browser gives to the desk as a plain form. What
// cannot be done is said in words, and nothing is left half done: no worker that has nothing to show.

import { ourWorker } from "./trust.js";

const form = document.querySelector("form[data-push]");
const unable = document.querySelector("[data-push-unable]");
const patience = 30000; // a browser that is shut in may try to reach its push service for ever
document.querySelector("[data-push-script]")?.remove();

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

// subscribed asks the browser for an address to send to; one that comes when nobody waits any more is given back.
async function subscribed(worker) {
  const old = await worker.pushManager.getSubscription();
  if (old && text(old.options?.applicationServerKey ?? []) !== form.dataset.push) await old.unsubscribe(); // the desk has another key now
  let late = false;
  const asked = worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(form.dataset.push) });
  asked.then((s) => late && s.unsubscribe()).catch(() => {});
  const waited = new Promise((_, give) => {
    setTimeout(() => {
      late = true;
      give(new Error("no answer"));
    }, patience);
  });
  return Promise.race([asked, waited]);
}

// subscribe registers the worker and subscribes, or undoes what it did.
async function subscribe() {
  const known = await navigator.serviceWorker.getRegistration(form.dataset.worker);
  const worker = known ?? await navigator.serviceWorker.register(ourWorker(form.dataset.worker));
  try {
    return await subscribed(worker);
  } catch (error) {
    if (!known) await worker.unregister();
    throw error;
  }
}

// turnOn returns what went wrong, as the name of the words for it; "" when nothing did.
async function turnOn() {
  const answer = await Notification.requestPermission();
  if (answer !== "granted") return answer === "denied" ? "notAllowed" : "notAnswered";
  try {
    const s = await subscribe();
    form.elements.endpoint.value = s.endpoint;
    form.elements.public.value = text(s.getKey("p256dh"));
    form.elements.auth.value = text(s.getKey("auth"));
  } catch {
    return "noService";
  }
  form.requestSubmit();
  return "";
}

let busy = false;
async function press() {
  if (busy) return;
  busy = true;
  const tell = form.querySelector("[data-push-tell]");
  tell.textContent = tell.dataset.wait;
  const wrong = await turnOn();
  tell.textContent = wrong ? tell.dataset[wrong] : "";
  busy = false;
}

if (form && "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis) {
  form.hidden = false;
  form.querySelector("[data-push-on]").addEventListener("click", press);
} else if (unable) {
  unable.hidden = false;
}
