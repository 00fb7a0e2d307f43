// Keeps the page up to date: asks whether anything has changed, and if so puts in what the server rendered.
(() => {
  "use strict";
  const RUNNING = 1500, IDLE = 10000, SLOWEST = 60000;
  const slug = location.pathname.startsWith("/kinds/") ? location.pathname.slice(6) : "";
  const root = document.documentElement;
  let tag = "", timer = 0, failures = 0, asking = false;

  const say = (id, text) => {
    const place = document.getElementById(id);
    if (place && place.textContent !== text) place.textContent = text;
  };

  const distance = (moment) => {
    const seconds = Math.round((Date.now() - moment) / 1000), away = Math.abs(seconds);
    if (away < 2) return "now";
    const minutes = Math.floor(away / 60);
    const words = away < 90 ? away + " s" : minutes < 90 ? minutes + " min"
      : minutes < 2160 ? Math.floor(minutes / 60) + " h" : Math.floor(minutes / 1440) + " d";
    return seconds > 0 ? words + " ago" : "in " + words;
  };

  const times = () => {
    for (const time of document.querySelectorAll("main time[title]")) {
      const text = distance(Date.parse(time.dateTime));
      if (time.textContent !== text) time.textContent = text;
    }
  };

  // What is open, scrolled or has the focus stays so.
  const replace = (old, fresh) => {
    const open = [...old.querySelectorAll("details")].map((one) => one.open);
    const scrolled = [...old.querySelectorAll(".wide, .route, pre")].map((one) => one.scrollLeft);
    const focus = old.contains(document.activeElement) ? document.activeElement.id : "";
    old.replaceWith(fresh);
    fresh.querySelectorAll("details").forEach((one, i) => { one.open = Boolean(open[i]); });
    fresh.querySelectorAll(".wide, .route, pre").forEach((one, i) => { one.scrollLeft = scrolled[i] || 0; });
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  };

  const show = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const fresh of page.querySelectorAll("[data-live]")) {
      const old = document.getElementById(fresh.id);
      if (old && old.innerHTML !== fresh.innerHTML) replace(old, document.adoptNode(fresh));
    }
    root.dataset.running = page.documentElement.dataset.running;
    say("announce", document.querySelector("[data-say]")?.textContent || "");
  };

  const ask = async () => {
    const answer = await fetch("/api/status" + slug, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store" });
    if (answer.status === 304) return;
    if (!answer.ok) throw new Error("answered " + answer.status);
    await answer.text();
    const page = await fetch(location.pathname, { cache: "no-store" });
    if (!page.ok) throw new Error("answered " + page.status);
    show(await page.text());
    tag = answer.headers.get("ETag") || "";
  };

  const turn = async () => {
    clearTimeout(timer);
    if (document.hidden || asking) return;
    asking = true;
    try {
      await ask();
      failures = 0;
      say("live", "Kept up to date.");
    } catch (problem) {
      failures += 1;
      say("live", "Not up to date: " + problem.message + ". It is tried again.");
    }
    asking = false;
    times();
    const pause = root.dataset.running === "true" ? RUNNING : IDLE;
    timer = setTimeout(turn, Math.min(SLOWEST, pause * 2 ** Math.min(failures, 6)));
  };

  document.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.target.querySelector("button");
    button.disabled = true;
    let refused = "";
    try {
      const answer = await fetch(event.target.action, { method: "POST", headers: { Accept: "application/json" } });
      const text = await answer.text();
      const told = text.startsWith("{") ? JSON.parse(text).message : text;
      say("announce", told || "Answered " + answer.status);
      if (!answer.ok) refused = told || "answered " + answer.status;
    } catch (problem) {
      refused = problem.message;
    }
    say("notice", refused ? "Not done: " + refused : "");
    document.getElementById("notice").hidden = !refused;
    button.disabled = false;
    button.focus();
    setTimeout(turn, 200);
  });

  document.addEventListener("visibilitychange", turn);
  setInterval(() => { if (!document.hidden) times(); }, 1000);
  turn();
})();
