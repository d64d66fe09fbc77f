-- Notes and tasks go with the texts of a case, as files and speakers do; none comes in afterwards.

-- What came in after it goes as the rest did.
DO
$$
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE complaints.note n SET words = NULL
      FROM complaints.complaint c WHERE c.id = n.complaint_id AND c.texts_erased AND n.words IS NOT NULL;
    UPDATE complaints.task t SET ask = NULL, answer = NULL, version = t.version + 1
      FROM complaints.complaint c
     WHERE c.id = t.complaint_id AND c.texts_erased AND (t.ask IS NOT NULL OR t.answer IS NOT NULL);
    UPDATE complaints.task_history t SET ask = NULL, answer = NULL
      FROM complaints.complaint c
     WHERE c.id = t.complaint_id AND c.texts_erased AND (t.ask IS NOT NULL OR t.answer IS NOT NULL);
    PERFORM set_config('heyi.erasing', '', true);
END
$$;

CREATE TRIGGER refuse_after_erasure BEFORE INSERT ON complaints.note
    FOR EACH ROW EXECUTE FUNCTION complaints.refuse_after_erasure();
CREATE TRIGGER refuse_after_erasure BEFORE INSERT ON complaints.task
    FOR EACH ROW EXECUTE FUNCTION complaints.refuse_after_erasure();
