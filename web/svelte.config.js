// Nothing beyond Svelte's own defaults; the file is here because svelte-check looks for it.
export default {};
