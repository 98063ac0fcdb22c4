<?php
/**
 * Takes along all that the plugin has stored: its one option, on every site of a network.
 *
 * @package recovery-timeline
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'recovery_timeline_documents' );
if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $recovery_timeline_site ) {
		switch_to_blog( $recovery_timeline_site );
		delete_option( 'recovery_timeline_documents' );
		restore_current_blog();
	}
}
