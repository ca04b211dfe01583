CREATE TABLE "activity_event" (
	"activity_id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigserial NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"tenant_id" text NOT NULL,
	"actor_object_id" text NOT NULL,
	"actor_username" text NOT NULL,
	"operation" text NOT NULL,
	"target" text NOT NULL,
	"target_key" text NOT NULL,
	"outcome" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"problem_code" text,
	"upstream_request_id" text
);
--> statement-breakpoint
CREATE TABLE "deleted_trust" (
	"deleted_trust_id" uuid PRIMARY KEY NOT NULL,
	"parent_key" text NOT NULL,
	"name" text NOT NULL,
	"trust" jsonb NOT NULL,
	"deleted_at" timestamp with time zone NOT NULL,
	"deleted_by" text NOT NULL,
	"restorable_until" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"restored_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "inventory_row" (
	"scan_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"trust" jsonb NOT NULL,
	"subscription_name" text NOT NULL,
	"location" text NOT NULL,
	CONSTRAINT "inventory_row_scan_id_ordinal_pk" PRIMARY KEY("scan_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "inventory_scan" (
	"scan_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"owner_object_id" text NOT NULL,
	"session_id" text NOT NULL,
	"process_id" text NOT NULL,
	"heartbeat_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"stopped_because" text,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"subscriptions_found" integer DEFAULT 0 NOT NULL,
	"subscriptions_unreadable" integer DEFAULT 0 NOT NULL,
	"identities_found" integer DEFAULT 0 NOT NULL,
	"identities_read" integer DEFAULT 0 NOT NULL,
	"identities_unreadable" integer DEFAULT 0 NOT NULL,
	"trusts_found" integer DEFAULT 0 NOT NULL,
	"seconds_left" double precision,
	"waiting_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "inventory_unreadable" (
	"scan_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"scope" text NOT NULL,
	"display_name" text NOT NULL,
	"code" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "inventory_unreadable_scan_id_ordinal_pk" PRIMARY KEY("scan_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"object_id" text NOT NULL,
	"username" text NOT NULL,
	"display_name" text NOT NULL,
	"home_account_id" text NOT NULL,
	"entra_session_id" text,
	"login_hint" text,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"step_up_claims" text,
	"token_cache" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"cache_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"browser_hash" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trust_first_seen" (
	"trust_key" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trust_proof" (
	"trust_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "trust_proof_trust_key_fingerprint_pk" PRIMARY KEY("trust_key","fingerprint")
);
--> statement-breakpoint
ALTER TABLE "inventory_row" ADD CONSTRAINT "inventory_row_scan_id_inventory_scan_scan_id_fk" FOREIGN KEY ("scan_id") REFERENCES "public"."inventory_scan"("scan_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inventory_unreadable" ADD CONSTRAINT "inventory_unreadable_scan_id_inventory_scan_scan_id_fk" FOREIGN KEY ("scan_id") REFERENCES "public"."inventory_scan"("scan_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_actor" ON "activity_event" USING btree ("tenant_id","actor_object_id","sequence");--> statement-breakpoint
CREATE INDEX "activity_target" ON "activity_event" USING btree ("target_key" text_pattern_ops,"sequence");--> statement-breakpoint
CREATE INDEX "activity_outcome" ON "activity_event" USING btree ("outcome");--> statement-breakpoint
CREATE INDEX "deleted_trust_parent" ON "deleted_trust" USING btree ("parent_key","deleted_at");--> statement-breakpoint
CREATE INDEX "inventory_scan_owner" ON "inventory_scan" USING btree ("tenant_id","owner_object_id","started_at");--> statement-breakpoint
CREATE INDEX "inventory_scan_state" ON "inventory_scan" USING btree ("state");--> statement-breakpoint
CREATE INDEX "session_last_seen" ON "session" USING btree ("last_seen_at");--> statement-breakpoint
CREATE INDEX "session_ends" ON "session" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_browser" ON "sign_in_attempt" USING btree ("browser_hash");