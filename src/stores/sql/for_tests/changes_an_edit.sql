-- What no program of ours does: refused by a trigger.
UPDATE edit SET author = 'x' WHERE id = 1;
