-- Somebody with a database tool in hand: found by the chain of hashes.
DROP TRIGGER edit_stays;
UPDATE edit SET author = 'x' WHERE id = 1;
