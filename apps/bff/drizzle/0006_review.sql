CREATE SEQUENCE "public"."inventory_revision" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "audit_link" (
	"number" bigint PRIMARY KEY NOT NULL,
	"activity_id" uuid NOT NULL,
	"body" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accept_rule" (
	"accept_rule_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"body" jsonb NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"by_object_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" text
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"tenant_id" text NOT NULL,
	"owner" text NOT NULL,
	"key_hash" text NOT NULL,
	"rule" text NOT NULL,
	"severity" text NOT NULL,
	"rank" smallint NOT NULL,
	"trust_key" text,
	"parent_key" text NOT NULL,
	"search" text NOT NULL,
	"body" jsonb NOT NULL,
	"body_hash" text NOT NULL,
	"first_seen_scan" integer,
	"first_seen_at" timestamp with time zone NOT NULL,
	"fixed_at" timestamp with time zone,
	"fixed_by" text,
	"accept_rule_id" uuid,
	CONSTRAINT "finding_tenant_id_owner_key_hash_pk" PRIMARY KEY("tenant_id","owner","key_hash")
);
--> statement-breakpoint
CREATE TABLE "finding_acceptance" (
	"acceptance_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"key_hash" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"by_object_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" text
);
--> statement-breakpoint
CREATE TABLE "finding_fact" (
	"tenant_id" text NOT NULL,
	"owner" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"facts" jsonb,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "finding_fact_tenant_id_owner_kind_name_pk" PRIMARY KEY("tenant_id","owner","kind","name")
);
--> statement-breakpoint
CREATE TABLE "finding_run" (
	"tenant_id" text NOT NULL,
	"owner" text NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"scan" integer,
	"trusts" integer DEFAULT 0 NOT NULL,
	"parents" integer DEFAULT 0 NOT NULL,
	"not_judged" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"issuers_probed" integer DEFAULT 0 NOT NULL,
	"issuers_left" integer DEFAULT 0 NOT NULL,
	"repositories_looked_up" integer DEFAULT 0 NOT NULL,
	"repositories_left" integer DEFAULT 0 NOT NULL,
	"github_because" text,
	CONSTRAINT "finding_run_tenant_id_owner_pk" PRIMARY KEY("tenant_id","owner")
);
--> statement-breakpoint
CREATE TABLE "fix_item" (
	"run_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"parent" jsonb NOT NULL,
	"name" text NOT NULL,
	"action" text NOT NULL,
	"fingerprint" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"new_name" text,
	"chosen" boolean NOT NULL,
	"was_sent" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"code" text,
	"detail" text,
	"next_step" text,
	"missing" jsonb,
	"deleted_trust_id" uuid,
	"waiting_until" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "fix_item_run_id_ordinal_pk" PRIMARY KEY("run_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "fix_run" (
	"run_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"owner_object_id" text NOT NULL,
	"owner" text NOT NULL,
	"origin" text NOT NULL,
	"origin_id" text,
	"heartbeat_at" timestamp with time zone NOT NULL,
	"turn" integer NOT NULL,
	"state" text NOT NULL,
	"stopped_because" text,
	"stop_wanted" boolean DEFAULT false NOT NULL,
	"item_count" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "inventory_parent_read" (
	"owner" text NOT NULL,
	"parent_key" text NOT NULL,
	"last_read_scan" integer NOT NULL,
	"last_read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "inventory_parent_read_owner_parent_key_pk" PRIMARY KEY("owner","parent_key")
);
--> statement-breakpoint
CREATE TABLE "inventory_version" (
	"owner" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"parent_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"body" jsonb NOT NULL,
	"from_scan" integer NOT NULL,
	"until_scan" integer,
	"revision" bigint NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "inventory_version_owner_kind_key_from_scan_pk" PRIMARY KEY("owner","kind","key","from_scan")
);
--> statement-breakpoint
CREATE TABLE "policy_version" (
	"tenant_id" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"saved_by_object_id" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"note" text,
	CONSTRAINT "policy_version_tenant_id_version_pk" PRIMARY KEY("tenant_id","version")
);
--> statement-breakpoint
CREATE TABLE "trust_request" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"requester_object_id" text NOT NULL,
	"requester" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"asked" jsonb NOT NULL,
	"why" text NOT NULL,
	"guardrails" jsonb NOT NULL,
	"decider_object_id" text,
	"decider" text,
	"decided_at" timestamp with time zone,
	"answer" text,
	"problem" jsonb,
	"run_id" uuid,
	"made" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review" (
	"review_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"query" text NOT NULL,
	"owner" text NOT NULL,
	"scan" integer,
	"made_by_object_id" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"silence" text NOT NULL,
	"reviewers" jsonb NOT NULL,
	"owners_decide" boolean NOT NULL,
	"is_picked" boolean NOT NULL,
	"ended_at" timestamp with time zone,
	"applier_object_id" text,
	"applier" text,
	"session_id" text,
	"apply_started_at" timestamp with time zone,
	"apply_finished_at" timestamp with time zone,
	"process_id" text,
	"heartbeat_at" timestamp with time zone,
	"waiting_until" timestamp with time zone,
	"stop_wanted" boolean DEFAULT false NOT NULL,
	"stopped_because" text
);
--> statement-breakpoint
CREATE TABLE "review_item" (
	"review_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"trust_key" text NOT NULL,
	"parent_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"inventory_print" text NOT NULL,
	"owner_ids" jsonb NOT NULL,
	"severity" text,
	"body" jsonb NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"decision" text,
	"reason" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"by_object_id" text,
	"by" text,
	"decided_at" timestamp with time zone,
	"outcome" text,
	"code" text,
	"detail" text,
	"next_step" text,
	"sent_at" timestamp with time zone,
	"applied_at" timestamp with time zone,
	"deleted_trust_id" uuid,
	CONSTRAINT "review_item_review_id_ordinal_pk" PRIMARY KEY("review_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "default_view" (
	"tenant_id" text NOT NULL,
	"object_id" text NOT NULL,
	"view_id" uuid NOT NULL,
	CONSTRAINT "default_view_tenant_id_object_id_pk" PRIMARY KEY("tenant_id","object_id")
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"view_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"owner_object_id" text NOT NULL,
	"shared" boolean NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"sort" text NOT NULL,
	"columns" text NOT NULL,
	"of" text NOT NULL,
	"version" integer NOT NULL,
	"saved_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "set_up_run" ADD COLUMN "approval" jsonb;--> statement-breakpoint
ALTER TABLE "activity_event" ADD COLUMN "replica" uuid;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "owner" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "number" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "username" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "waiting_for" text;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "requests" jsonb DEFAULT '{"graph":0,"arm":0,"resourceGraph":0}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "least_requests" integer;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "per_second" double precision;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "added" integer;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "removed" integer;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "changed" integer;--> statement-breakpoint
ALTER TABLE "inventory_scan" ADD COLUMN "cursors" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "is_admin" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "fix_item" ADD CONSTRAINT "fix_item_run_id_fix_run_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."fix_run"("run_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_item" ADD CONSTRAINT "review_item_review_id_review_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."review"("review_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_view" ADD CONSTRAINT "default_view_view_id_saved_view_view_id_fk" FOREIGN KEY ("view_id") REFERENCES "public"."saved_view"("view_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_link_activity" ON "audit_link" USING btree ("activity_id","number");--> statement-breakpoint
CREATE INDEX "accept_rule_tenant" ON "accept_rule" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "finding_order" ON "finding" USING btree ("tenant_id","owner","rank","key_hash");--> statement-breakpoint
CREATE INDEX "finding_trust" ON "finding" USING btree ("tenant_id","owner","trust_key");--> statement-breakpoint
CREATE INDEX "finding_parent" ON "finding" USING btree ("tenant_id","owner","parent_key");--> statement-breakpoint
CREATE INDEX "finding_fixed" ON "finding" USING btree ("fixed_at") WHERE fixed_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "finding_acceptance_one" ON "finding_acceptance" USING btree ("tenant_id","key_hash") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "fix_run_owner" ON "fix_run" USING btree ("tenant_id","owner_object_id","started_at");--> statement-breakpoint
CREATE INDEX "fix_run_finished" ON "fix_run" USING btree ("finished_at");--> statement-breakpoint
CREATE INDEX "inventory_version_revision" ON "inventory_version" USING btree ("owner","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "inventory_version_holds" ON "inventory_version" USING btree ("owner","kind","key") WHERE "inventory_version"."until_scan" is null;--> statement-breakpoint
CREATE INDEX "inventory_version_parent" ON "inventory_version" USING btree ("owner","parent_key") WHERE "inventory_version"."until_scan" is null;--> statement-breakpoint
CREATE INDEX "trust_request_requester" ON "trust_request" USING btree ("tenant_id","requester_object_id","requested_at");--> statement-breakpoint
CREATE INDEX "trust_request_state" ON "trust_request" USING btree ("tenant_id","state","requested_at");--> statement-breakpoint
CREATE INDEX "review_tenant" ON "review" USING btree ("tenant_id","made_at");--> statement-breakpoint
CREATE INDEX "review_applying" ON "review" USING btree ("state") WHERE state = 'applying';--> statement-breakpoint
CREATE INDEX "review_item_trust" ON "review_item" USING btree ("trust_key");--> statement-breakpoint
CREATE INDEX "saved_view_tenant" ON "saved_view" USING btree ("tenant_id","owner_object_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_own_name" ON "saved_view" USING btree ("tenant_id","owner_object_id",lower("name")) WHERE not "saved_view"."shared";--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_shared_name" ON "saved_view" USING btree ("tenant_id",lower("name")) WHERE "saved_view"."shared";--> statement-breakpoint
CREATE INDEX "inventory_scan_number" ON "inventory_scan" USING btree ("owner","number");--> statement-breakpoint
CREATE UNIQUE INDEX "inventory_scan_open" ON "inventory_scan" USING btree ("owner") WHERE "inventory_scan"."state" in ('queued', 'running', 'waiting', 'signed-out') and "inventory_scan"."owner" <> '';