// Passkeys: asks the server what to ask the device, and posts the device's answer with the form.
(() => {
  "use strict";

  const wire = (form) => {
    if (form.dataset.wired || !window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
    form.dataset.wired = "yes";
    form.hidden = false;
    const says = form.querySelector("[data-passkey-says]");
    form.addEventListener("submit", async (event) => {
      if (form.elements.credential.value) return;
      event.preventDefault();
      event.stopPropagation();
      says.textContent = "请按设备提示操作…";
      try {
        const answer = await fetch(form.dataset.passkey, { method: "POST", body: new FormData(form) });
        if (!answer.ok) throw new Error(String(answer.status));
        const options = await answer.json();
        const credential = "passkeyNew" in form.dataset
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        form.elements.credential.value = JSON.stringify(credential);
        form.submit();
      } catch {
        says.textContent = "设备没有完成验证，请重试，或改用密码登录。";
      }
    });
  };

  const wireAll = () => document.querySelectorAll("form[data-passkey]").forEach(wire);
  document.addEventListener("turbo:load", wireAll);
  wireAll();
})();
