<?php
/**
 * The block.
 *
 * @package recovery-timeline
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'recovery_timeline_register_block' );
add_action( 'enqueue_block_editor_assets', 'recovery_timeline_editor_data' );

const RECOVERY_TIMELINE_EDITOR = 'recovery-timeline-widget-editor-script';

/** Registers the block; its folder tells the rest. */
function recovery_timeline_register_block() {
	register_block_type( dirname( RECOVERY_TIMELINE_FILE ) . '/block' );
	wp_set_script_translations( RECOVERY_TIMELINE_EDITOR, 'recovery-timeline', dirname( RECOVERY_TIMELINE_FILE ) . '/languages' );
}

/** What the block's preview needs to know: the widget's script, what may be chosen, the documents. */
function recovery_timeline_editor_data() {
	$widget    = recovery_timeline_widget();
	$site      = recovery_timeline_language( get_bloginfo( 'language' ) );
	$languages = array();
	foreach ( $widget['languages'] as $tag => $about ) {
		$languages[] = array( 'value' => $tag, 'label' => $about['name'] );
	}
	$documents = array();
	foreach ( recovery_timeline_documents() as $key => $entry ) {
		$document    = recovery_timeline_document( $key );
		$documents[] = array(
			'value'      => (string) $key,
			'label'      => $entry['name'],
			'json'       => $document,
			'treatments' => recovery_timeline_options( recovery_timeline_treatments( $document, $site ) ),
		);
	}
	$data = array(
		'script'     => recovery_timeline_script() . '?ver=' . RECOVERY_TIMELINE_VERSION,
		'module'     => $widget['module'],
		'language'   => get_bloginfo( 'language' ),
		'languages'  => $languages,
		'documents'  => $documents,
		'treatments' => recovery_timeline_options( $widget['languages'][ $site ]['treatments'] ),
		'settings'   => current_user_can( 'manage_options' ) ? admin_url( 'options-general.php?page=recovery-timeline' ) : '',
	);
	wp_add_inline_script( RECOVERY_TIMELINE_EDITOR, 'window.recoveryTimelineEditor = ' . wp_json_encode( $data, JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );
}

/**
 * Key => name as the options of a control.
 *
 * @param array $names The names.
 */
function recovery_timeline_options( array $names ) {
	$options = array();
	foreach ( $names as $key => $name ) {
		$options[] = array( 'value' => (string) $key, 'label' => $name );
	}
	return $options;
}
