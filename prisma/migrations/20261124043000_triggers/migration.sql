-- The worker hears of new outbox rows when their transaction commits, not when it next looks.
create function outbox_notify() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_outbox', '');
  return null;
end
$$;

create trigger outbox_notify after insert on "OutboxEvent"
  for each statement execute function outbox_notify();

-- The audit log is append-only, for every role that does not own the table's triggers.
create function audit_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only';
end
$$;

create trigger audit_append_only before update or delete on "AuditEntry"
  for each row execute function audit_refuse_change();

create trigger audit_no_truncate before truncate on "AuditEntry"
  for each statement execute function audit_refuse_change();
