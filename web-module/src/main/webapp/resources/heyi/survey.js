/* Posts how it was with the token of the link, once. The token stays behind the sharp sign until then. */
(function () {
  "use strict";

  var token = window.location.hash.slice(1);
  var form = document.getElementById("survey");
  var trouble = document.getElementById("trouble");
  var key = Array.prototype.map
    .call(window.crypto.getRandomValues(new Uint8Array(16)), function (one) {
      return ("0" + one.toString(16)).slice(-2);
    })
    .join("");

  function tell(text) {
    trouble.textContent = text;
  }

  function thank() {
    form.hidden = true;
    document.getElementById("thanks").hidden = false;
    document.getElementById("thanks").focus();
  }

  function failed() {
    tell(trouble.dataset.failed);
  }

  function send(event) {
    event.preventDefault();
    var button = form.querySelector("button");
    button.disabled = true;
    tell("");
    fetch("/api/v1/survey-answers", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": key },
      body: JSON.stringify({
        token: token,
        satisfaction: Number(form.elements.satisfaction.value),
        effort: Number(form.elements.effort.value),
        remark: form.elements.remark.value.trim() || null,
      }),
    })
      .then(function (answer) {
        return answer.ok
          ? thank()
          : answer.json().then(function (problem) {
              tell(problem.detail || problem.title);
            });
      })
      .catch(failed)
      .then(function () {
        button.disabled = false;
      });
  }

  document.getElementById(token ? "survey" : "no-link").hidden = false;
  form.addEventListener("submit", send);
  // Another link in the same tab changes nothing but what stands behind the sharp sign.
  window.addEventListener("hashchange", function () {
    window.location.reload();
  });
})();
