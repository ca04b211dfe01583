CREATE TABLE "bearer_grant" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"object_id" text NOT NULL,
	"assertion" "bytea" NOT NULL,
	"assertion_key_id" text NOT NULL,
	"token_cache" "bytea",
	"cache_key_id" text,
	"cache_version" integer NOT NULL,
	"step_up_claims" text,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activity_event" ADD COLUMN "door" text;--> statement-breakpoint
CREATE INDEX "bearer_grant_expires" ON "bearer_grant" USING btree ("expires_at");