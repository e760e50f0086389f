// The address is the whole state of a page: what is shown, its filters and its language.

const here = () => new URL(window.location.href);
let url = $state.raw(here());
let visits = $state(0);

window.addEventListener('popstate', () => {
  url = here();
  visits += 1;
});

export const route = {
  get path(): string {
    return url.pathname;
  },
  get visits(): number {
    return visits;
  },
  param(name: string): string {
    return url.searchParams.get(name) ?? '';
  },
};

export type Params = Record<string, string | number | null | undefined>;

// An address with these parameters; the chosen language always travels along.
export function address(path: string, params: Params = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const lang = url.searchParams.get('lang');
  if (lang && !search.has('lang')) search.set('lang', lang);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

// The present address with some parameters changed.
export function changed(params: Params): string {
  const all: Params = Object.fromEntries(url.searchParams);
  return address(url.pathname, { ...all, ...params });
}

export function go(target: string, options: { replace?: boolean } = {}): void {
  if (options.replace) {
    window.history.replaceState(window.history.state, '', target);
  } else {
    window.history.pushState(null, '', target);
    visits += 1;
  }
  url = here();
}

// Plain clicks on links between our own pages stay in this document; all others are the browser's.
export function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest('a');
  if (!link || link.target || link.hasAttribute('download')) return;
  const target = new URL(link.href);
  if (target.origin !== window.location.origin || target.pathname.startsWith('/api/')) return;
  if (target.hash) return;
  event.preventDefault();
  go(target.pathname + target.search, { replace: link.dataset.replace !== undefined });
}
