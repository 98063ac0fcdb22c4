// In the framed page: takes language, document and colors from its own address, and tells the page around
// it how high it is. Nothing else is ever told.
//
//   frame.html?lang=de&content=clinic.json&accent=7a2d42

const page = document.querySelector("main");
const element = page?.querySelector("recovery-timeline");
const asked = new URLSearchParams(location.search);
document.documentElement.lang = asked.get("lang") ?? "en";
for (const name of ["content", "base", "link"]) {
  const value = asked.get(name);
  if (value !== null) element?.setAttribute(name, value);
}
for (const name of ["accent", "background", "surface", "text"]) {
  const value = asked.get(name);
  if (value && /^[0-9a-f]{3,8}$/i.test(value))
    document.documentElement.style.setProperty("--rt-" + name, "#" + value);
}

// Deeper in the tree than what the widget itself watches: else one turn of the observers is not enough.
let ruler = document.createElement("div");
page?.append(ruler);
for (let depth = 0; depth < 12; depth++) ruler = ruler.appendChild(document.createElement("div"));

let told = 0;
function tell() {
  // Steps of 8 px: whatever rounding the frame's height brings ends here.
  const height = Math.ceil(ruler.offsetHeight / 8) * 8;
  if (!height || height === told) return;
  told = height;
  parent.postMessage({ type: "recovery-timeline", version: 1, height }, "*");
}
new ResizeObserver(tell).observe(ruler);
addEventListener("message", ({ data, source }) => {
  if (source !== parent || data?.type !== "recovery-timeline") return;
  // Only a page that gives the height takes the scroll bar away.
  if (data.fits) document.documentElement.classList.add("fits");
  else if (data.ask) {
    told = 0;
    tell();
  }
});
