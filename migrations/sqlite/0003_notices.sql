CREATE TABLE `notices` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`person` text NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`occasion` text NOT NULL,
	`by` text,
	`reason` text,
	`place` text,
	`due` text,
	`missing` numeric,
	`publish_at` text,
	`due_at` text,
	`digest` text,
	`attempts` numeric DEFAULT 0 NOT NULL,
	`sent_at` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

CREATE UNIQUE INDEX `notices_key_idx` ON `notices` (`key`);
CREATE INDEX `notices_person_idx` ON `notices` (`person`);
CREATE INDEX `notices_due_at_idx` ON `notices` (`due_at`);
CREATE INDEX `notices_updated_at_idx` ON `notices` (`updated_at`);
CREATE INDEX `notices_created_at_idx` ON `notices` (`created_at`);
