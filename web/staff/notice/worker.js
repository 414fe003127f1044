// The worker that a browser keeps for the desk: it shows what it is told, and leads to it. It fetches nothing and keeps
// nothing.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  let told = {};
  try {
    told = event.data.json();
  } catch {
    // a message that cannot be read still says that there is one
  }
  const { title = "Tilltal", body = "", path = "/aviseringar", tag = "", lang = "sv" } = told;
  event.waitUntil(self.registration.showNotification(title, { body, tag, lang, data: { path } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const path = String(event.notification.data?.path ?? "/aviseringar");
  const to = new URL(path.startsWith("/") && !path.startsWith("//") ? path : "/aviseringar", self.location.origin);
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const here = open.find((client) => client.url === to.href);
    return here ? here.focus() : self.clients.openWindow(to.href);
  })());
});
