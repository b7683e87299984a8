// Comforts only: every page works without this file.
(() => {
  "use strict";

  // Menus: one open at a time; Escape and a click beside close them.
  const menus = () => document.querySelectorAll("details[data-menu][open]");

  document.addEventListener("click", (event) => {
    for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // What went wrong is read out and seen first.
  const focusProblem = () => document.querySelector("[data-focus]")?.focus();

  // Long work: ask again while the page stays open.
  let waiting;
  const refreshLater = () => {
    clearTimeout(waiting);
    const seconds = Number(document.querySelector("[data-refresh]")?.dataset.refresh);
    if (seconds > 0) waiting = setTimeout(() => Turbo.visit(location.href, { action: "replace" }), seconds * 1000);
  };

  // Blank questions do not belong into an address.
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "get") return;
    for (const field of event.target.elements) if (field.name && field.value === "") field.disabled = true;
  });

  // What was accepted must not stand in its form again, where a page that is morphed into itself would leave it.
  document.addEventListener("turbo:submit-end", (event) => {
    if (event.detail.success && event.target.method === "post") event.target.reset();
  });

  document.addEventListener("turbo:before-cache", () => {
    for (const menu of menus()) menu.open = false;
    for (const field of document.querySelectorAll("form[method=get] :disabled")) field.disabled = false;
  });

  // Passkeys: the form stays hidden where the browser cannot do it. data-passkey is where the options come from.
  const canPasskey = () => Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON);
  const showPasskeys = () => {
    if (canPasskey()) for (const form of document.querySelectorAll("form[data-passkey]")) form.hidden = false;
  };

  const askPasskey = async (form) => {
    const answer = await fetch(form.dataset.passkey, { method: "POST", body: new FormData(form), credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    const options = await answer.json();
    const key = form.dataset.passkeyKind === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.elements.namedItem("credential").value = JSON.stringify(key.toJSON());
    form.submit();
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset.passkey || form.elements.namedItem("credential").value) return;
    event.preventDefault();
    event.stopPropagation();
    askPasskey(form).catch(() => {
      const says = form.querySelector("[data-passkey-says]");
      if (says) says.textContent = says.dataset.passkeySays;
    });
  }, true);

  document.addEventListener("turbo:load", showPasskeys);
  showPasskeys();

  document.addEventListener("turbo:load", refreshLater);
  document.addEventListener("turbo:render", () => {
    refreshLater();
    showPasskeys();
    focusProblem();
  });
  document.addEventListener("turbo:before-visit", () => clearTimeout(waiting));
  focusProblem();
})();
