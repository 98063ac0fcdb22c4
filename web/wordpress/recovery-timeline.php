<?php
/**
 * Plugin Name:       Recovery Timeline
 * Description:       Shows visitors how skin usually recovers after micro-needling, as a block and as a shortcode. Education, never a diagnosis.
 * Version:           {{version}}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Recovery Timeline project
 * License:           MIT
 * License URI:       https://opensource.org/licenses/MIT
 * Text Domain:       recovery-timeline
 * Domain Path:       /languages
 *
 * @package recovery-timeline
 */

defined( 'ABSPATH' ) || exit;

const RECOVERY_TIMELINE_VERSION = '{{version}}';
const RECOVERY_TIMELINE_FILE    = __FILE__;

require __DIR__ . '/includes/languages.php';
require __DIR__ . '/includes/class-recovery-timeline-schema.php';
require __DIR__ . '/includes/syntax.php';
require __DIR__ . '/includes/documents.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/block.php';

if ( is_admin() ) {
	require __DIR__ . '/includes/settings.php';
}
