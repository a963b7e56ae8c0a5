CREATE TABLE `texts` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`subject` text NOT NULL,
	`projection` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

CREATE UNIQUE INDEX `texts_hash_idx` ON `texts` (`hash`);
CREATE INDEX `texts_subject_idx` ON `texts` (`subject`);
CREATE INDEX `texts_updated_at_idx` ON `texts` (`updated_at`);
CREATE INDEX `texts_created_at_idx` ON `texts` (`created_at`);
ALTER TABLE `therapies` ADD `assigned_to` text;
ALTER TABLE `therapies` ADD `review_by` text;
ALTER TABLE `therapies` ADD `open_comments` numeric DEFAULT 0;
ALTER TABLE `therapies` ADD `publish_at` text;
CREATE INDEX `therapies_assigned_to_idx` ON `therapies` (`assigned_to`);
CREATE INDEX `therapies_review_by_idx` ON `therapies` (`review_by`);
ALTER TABLE `_therapies_v` ADD `version_assigned_to` text;
ALTER TABLE `_therapies_v` ADD `version_review_by` text;
ALTER TABLE `_therapies_v` ADD `version_open_comments` numeric DEFAULT 0;
ALTER TABLE `_therapies_v` ADD `version_publish_at` text;
CREATE INDEX `_therapies_v_version_version_assigned_to_idx` ON `_therapies_v` (`version_assigned_to`);
CREATE INDEX `_therapies_v_version_version_review_by_idx` ON `_therapies_v` (`version_review_by`);
ALTER TABLE `articles` ADD `assigned_to` text;
ALTER TABLE `articles` ADD `review_by` text;
ALTER TABLE `articles` ADD `open_comments` numeric DEFAULT 0;
ALTER TABLE `articles` ADD `publish_at` text;
CREATE INDEX `articles_assigned_to_idx` ON `articles` (`assigned_to`);
CREATE INDEX `articles_review_by_idx` ON `articles` (`review_by`);
ALTER TABLE `_articles_v` ADD `version_assigned_to` text;
ALTER TABLE `_articles_v` ADD `version_review_by` text;
ALTER TABLE `_articles_v` ADD `version_open_comments` numeric DEFAULT 0;
ALTER TABLE `_articles_v` ADD `version_publish_at` text;
CREATE INDEX `_articles_v_version_version_assigned_to_idx` ON `_articles_v` (`version_assigned_to`);
CREATE INDEX `_articles_v_version_version_review_by_idx` ON `_articles_v` (`version_review_by`);
ALTER TABLE `claims` ADD `assigned_to` text;
ALTER TABLE `claims` ADD `review_by` text;
ALTER TABLE `claims` ADD `open_comments` numeric DEFAULT 0;
ALTER TABLE `claims` ADD `publish_at` text;
CREATE INDEX `claims_assigned_to_idx` ON `claims` (`assigned_to`);
CREATE INDEX `claims_review_by_idx` ON `claims` (`review_by`);
ALTER TABLE `_claims_v` ADD `version_assigned_to` text;
ALTER TABLE `_claims_v` ADD `version_review_by` text;
ALTER TABLE `_claims_v` ADD `version_open_comments` numeric DEFAULT 0;
ALTER TABLE `_claims_v` ADD `version_publish_at` text;
CREATE INDEX `_claims_v_version_version_assigned_to_idx` ON `_claims_v` (`version_assigned_to`);
CREATE INDEX `_claims_v_version_version_review_by_idx` ON `_claims_v` (`version_review_by`);
ALTER TABLE `disclaimers` ADD `assigned_to` text;
ALTER TABLE `disclaimers` ADD `review_by` text;
ALTER TABLE `disclaimers` ADD `open_comments` numeric DEFAULT 0;
ALTER TABLE `disclaimers` ADD `publish_at` text;
CREATE INDEX `disclaimers_assigned_to_idx` ON `disclaimers` (`assigned_to`);
CREATE INDEX `disclaimers_review_by_idx` ON `disclaimers` (`review_by`);
ALTER TABLE `_disclaimers_v` ADD `version_assigned_to` text;
ALTER TABLE `_disclaimers_v` ADD `version_review_by` text;
ALTER TABLE `_disclaimers_v` ADD `version_open_comments` numeric DEFAULT 0;
ALTER TABLE `_disclaimers_v` ADD `version_publish_at` text;
CREATE INDEX `_disclaimers_v_version_version_assigned_to_idx` ON `_disclaimers_v` (`version_assigned_to`);
CREATE INDEX `_disclaimers_v_version_version_review_by_idx` ON `_disclaimers_v` (`version_review_by`);
ALTER TABLE `reviews` ADD `details` text;
ALTER TABLE `payload_locked_documents_rels` ADD `texts_id` text(36) REFERENCES texts(id);
CREATE INDEX `payload_locked_documents_rels_texts_id_idx` ON `payload_locked_documents_rels` (`texts_id`);
