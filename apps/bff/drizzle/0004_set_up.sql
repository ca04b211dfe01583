CREATE TABLE "draft" (
	"draft_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"owner_object_id" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"run_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "github_connection" (
	"session_id" text PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"connected_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"sealed" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "set_up_item" (
	"run_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"key" text NOT NULL,
	"parent" jsonb NOT NULL,
	CONSTRAINT "set_up_item_run_id_ordinal_pk" PRIMARY KEY("run_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "set_up_run" (
	"run_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"owner_object_id" text NOT NULL,
	"session_id" text NOT NULL,
	"heartbeat_at" timestamp with time zone NOT NULL,
	"turn" integer NOT NULL,
	"change" integer NOT NULL,
	"state" text NOT NULL,
	"stop_reason" text,
	"stopped_because" text,
	"stop_wanted" boolean DEFAULT false NOT NULL,
	"item_count" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "set_up_step" (
	"run_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"item_ordinal" integer NOT NULL,
	"parent_key" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"turn" integer,
	"state" text NOT NULL,
	"code" text,
	"detail" text,
	"next_step" text,
	"missing" jsonb,
	"result" jsonb,
	"waiting_until" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"change" integer NOT NULL,
	CONSTRAINT "set_up_step_run_id_ordinal_pk" PRIMARY KEY("run_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "github_connection" ADD CONSTRAINT "github_connection_session_id_session_id_hash_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id_hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_up_item" ADD CONSTRAINT "set_up_item_run_id_set_up_run_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."set_up_run"("run_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_up_step" ADD CONSTRAINT "set_up_step_run_id_set_up_run_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."set_up_run"("run_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_owner" ON "draft" USING btree ("tenant_id","owner_object_id","changed_at");--> statement-breakpoint
CREATE INDEX "draft_changed" ON "draft" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "set_up_run_owner" ON "set_up_run" USING btree ("tenant_id","owner_object_id","started_at");--> statement-breakpoint
CREATE INDEX "set_up_run_state" ON "set_up_run" USING btree ("state","heartbeat_at");--> statement-breakpoint
CREATE INDEX "set_up_run_finished" ON "set_up_run" USING btree ("finished_at");--> statement-breakpoint
CREATE INDEX "set_up_step_item" ON "set_up_step" USING btree ("run_id","item_ordinal");--> statement-breakpoint
CREATE INDEX "set_up_step_change" ON "set_up_step" USING btree ("run_id","change");--> statement-breakpoint
CREATE INDEX "set_up_step_state" ON "set_up_step" USING btree ("run_id","state");