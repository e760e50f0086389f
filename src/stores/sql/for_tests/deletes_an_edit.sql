-- What no program of ours does: refused by a trigger.
DELETE FROM edit WHERE id = 2;
