// What the server, or the site, tells JupyterLab about the page.

export function settings() {
  const told = document.getElementById("jupyter-config-data");
  return told ? JSON.parse(told.textContent) : {};
}
