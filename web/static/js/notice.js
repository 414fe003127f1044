// Notices in the browser: turns them on when she asks for it, and sends what the browser gives to the desk as a plain form.

import { ourWorker } from "./trust.js";

const form = document.querySelector("form[data-push]");
const unable = document.querySelector("[data-push-unable]");
document.querySelector("[data-push-script]")?.remove();

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

async function subscribe() {
  const worker = await navigator.serviceWorker.register(ourWorker(form.dataset.worker));
  const old = await worker.pushManager.getSubscription();
  if (old && text(old.options.applicationServerKey ?? []) !== form.dataset.push) await old.unsubscribe(); // the desk has another key now
  return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(form.dataset.push) });
}

async function turnOn() {
  const tell = form.querySelector("[data-push-tell]");
  try {
    if (await Notification.requestPermission() !== "granted") throw new Error("not allowed");
    const s = await subscribe();
    form.elements.endpoint.value = s.endpoint;
    form.elements.public.value = text(s.getKey("p256dh"));
    form.elements.auth.value = text(s.getKey("auth"));
    form.requestSubmit();
  } catch {
    tell.textContent = tell.dataset.notAllowed;
  }
}

if (form && "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis) {
  form.hidden = false;
  form.querySelector("[data-push-on]").addEventListener("click", turnOn);
} else if (unable) {
  unable.hidden = false;
}
