/** Shows a dialog over the page; when it closes it is gone and focus is back where it was. */
export function openOverlay(dialog) {
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before?.isConnected) before.focus();
  });
  dialog.showModal();
}

/** Puts a floating box beside its anchor (a box or a point), inside the window. */
export function place(box, anchor, { above = false } = {}) {
  const gap = 6;
  const { width, height } = box.getBoundingClientRect();
  const below = anchor.bottom + gap;
  const over = anchor.top - gap - height;
  const fitsBelow = below + height <= innerHeight;
  const top = (above && over >= gap) || !fitsBelow ? over : below;
  box.style.top = `${Math.max(gap, Math.min(top, innerHeight - height - gap))}px`;
  box.style.left = `${Math.max(gap, Math.min(anchor.left, innerWidth - width - gap))}px`;
}

/** Closes a floating box at a click elsewhere, at Escape, or when the window changes. */
export function closeWhenLeft(box, close) {
  const controller = new AbortController();
  const { signal } = controller;
  const end = (isBack) => {
    controller.abort();
    close(isBack);
  };
  addEventListener("pointerdown", ({ target }) => !box.contains(target) && end(false), {
    signal,
    capture: true,
  });
  addEventListener("resize", () => end(false), { signal });
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" && event.key !== "Tab") return;
      event.preventDefault();
      event.stopPropagation();
      end(true);
    },
    { signal, capture: true },
  );
  return end;
}
