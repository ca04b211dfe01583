CREATE TABLE "beacon" (
	"beacon_id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"tenant_id" text NOT NULL,
	"owner_object_id" text NOT NULL,
	"owner_username" text NOT NULL,
	"parent" jsonb NOT NULL,
	"trust_name" text NOT NULL,
	"trust_id" text NOT NULL,
	"fingerprint" text NOT NULL,
	"trust" jsonb NOT NULL,
	"audience" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"heard_at" timestamp with time zone,
	"differences" jsonb,
	"refusals" integer DEFAULT 0 NOT NULL,
	"last_refusal" text,
	"last_refusal_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "trust_proof" ADD COLUMN "means" text DEFAULT 'exchange' NOT NULL;
--> statement-breakpoint
ALTER TABLE "trust_proof" ADD COLUMN "evidence" jsonb;
--> statement-breakpoint
ALTER TABLE "trust_proof" DROP CONSTRAINT "trust_proof_trust_key_fingerprint_pk";
--> statement-breakpoint
ALTER TABLE "trust_proof" ADD CONSTRAINT "trust_proof_trust_key_fingerprint_means_pk" PRIMARY KEY("trust_key","fingerprint","means");
--> statement-breakpoint
CREATE INDEX "beacon_owner" ON "beacon" USING btree ("tenant_id","owner_object_id","expires_at");
--> statement-breakpoint
CREATE INDEX "beacon_expires" ON "beacon" USING btree ("expires_at");
