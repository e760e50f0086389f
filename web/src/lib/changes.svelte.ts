// How often this page has changed the world: whoever shows figures reads it and asks anew.
let made = $state(0);

export const changes = {
  get made(): number {
    return made;
  },
};

export function noteChange(): void {
  made += 1;
}
