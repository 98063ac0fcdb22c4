<?php
/**
 * The settings page: the clinics' documents are written, checked and tried here.
 *
 * @package recovery-timeline
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_menu', 'recovery_timeline_menu' );
add_filter( 'plugin_action_links_' . plugin_basename( RECOVERY_TIMELINE_FILE ), 'recovery_timeline_links' );

const RECOVERY_TIMELINE_PAGE = 'options-general.php?page=recovery-timeline';

/** The page's place in the menu, and what happens before it is shown. */
function recovery_timeline_menu() {
	$hook = add_options_page( 'Recovery Timeline', 'Recovery Timeline', 'manage_options', 'recovery-timeline', 'recovery_timeline_page' );
	add_action( 'load-' . $hook, 'recovery_timeline_act' );
	add_action( 'admin_print_styles-' . $hook, 'recovery_timeline_page_scripts' );
}

/**
 * The way to the page from the list of plugins.
 *
 * @param string[] $links The links of our row.
 */
function recovery_timeline_links( $links ) {
	array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( admin_url( RECOVERY_TIMELINE_PAGE ) ), esc_html__( 'Settings', 'recovery-timeline' ) ) );
	return $links;
}

/** The widget, so that a document can be tried. */
function recovery_timeline_page_scripts() {
	wp_enqueue_script( 'recovery-timeline' );
	foreach ( array( 'try', 'form' ) as $name ) {
		wp_enqueue_script( 'recovery-timeline-settings-' . $name, plugins_url( "settings/$name.js", RECOVERY_TIMELINE_FILE ), array( 'recovery-timeline' ), RECOVERY_TIMELINE_VERSION, true );
	}
}

/**
 * What came of a form, for the page that follows.
 *
 * @param array|null $outcome What to remember: name, json, wrong.
 */
function recovery_timeline_outcome( $outcome = null ) {
	static $kept = array();
	$kept = null === $outcome ? $kept : $outcome;
	return $kept;
}

/**
 * A field of a form, as it was typed; whoever uses it checks or cleans it.
 *
 * @param string $name Without our prefix.
 */
function recovery_timeline_posted( $name ) {
	// phpcs:ignore WordPress.Security -- the nonce is checked by recovery_timeline_act
	$value = isset( $_POST[ 'recovery_timeline_' . $name ] ) ? wp_unslash( $_POST[ 'recovery_timeline_' . $name ] ) : '';
	return is_string( $value ) ? $value : '';
}

/** Does what a form asks for. */
function recovery_timeline_act() {
	if ( ! isset( $_POST['recovery_timeline_act'] ) ) {
		return;
	}
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'You may not change these settings.', 'recovery-timeline' ), '', array( 'response' => 403 ) );
	}
	check_admin_referer( 'recovery-timeline' );
	$act       = sanitize_key( recovery_timeline_posted( 'act' ) );
	$key       = sanitize_key( recovery_timeline_posted( 'key' ) );
	$documents = recovery_timeline_documents();
	if ( 'save' === $act ) {
		$key = recovery_timeline_save( $documents, $key );
		if ( '' === $key ) {
			return;
		}
	} elseif ( 'delete' === $act ) {
		unset( $documents[ $key ] );
		recovery_timeline_store( $documents );
		$key = '';
	} elseif ( 'first' === $act && isset( $documents[ $key ] ) ) {
		recovery_timeline_store( array( $key => $documents[ $key ] ) + $documents );
	}
	$query = array( 'done' => $act ) + ( 'save' === $act ? array( 'document' => $key ) : array() );
	wp_safe_redirect( add_query_arg( $query, admin_url( RECOVERY_TIMELINE_PAGE ) ) );
	exit;
}

/**
 * Stores the document of the form if nothing is wrong with it; called after the nonce was checked.
 *
 * @param array  $documents All that are stored.
 * @param string $key       Which one it is; '' is a new one.
 * @return string Its key; '' if it was refused.
 */
function recovery_timeline_save( array $documents, $key ) {
	$name = sanitize_text_field( recovery_timeline_posted( 'name' ) );
	// JSON: cleaning it as a text would break it. It is read, checked against the schema and written anew.
	$text  = recovery_timeline_posted( 'json' );
	$read  = recovery_timeline_read( $text );
	$wrong = $read['wrong'];
	if ( '' === $name ) {
		array_unshift( $wrong, array( 'path' => __( 'Name', 'recovery-timeline' ), 'reason' => __( 'It must not be empty.', 'recovery-timeline' ) ) );
	}
	if ( $wrong ) {
		recovery_timeline_outcome( array( 'name' => $name, 'json' => $text, 'wrong' => $wrong ) );
		return '';
	}
	$key = isset( $documents[ $key ] ) ? $key : recovery_timeline_new_key( $name, $documents );
	recovery_timeline_store( array_merge( $documents, array( $key => array( 'name' => $name, 'json' => $read['json'] ) ) ) );
	return $key;
}

/**
 * A key for a new document, of its name where that has Latin letters.
 *
 * @param string $name      The name.
 * @param array  $documents All that are stored.
 */
function recovery_timeline_new_key( $name, array $documents ) {
	$stem = substr( sanitize_key( preg_replace( '/[^a-z0-9]+/', '-', strtolower( remove_accents( $name ) ) ) ), 0, 40 );
	$stem = trim( $stem, '-' );
	// Not a number alone: a list would renumber it. "none" and "new" mean something else.
	$stem = preg_match( '/[a-z]/', $stem ) && ! in_array( $stem, array( 'none', 'new' ), true ) ? $stem : 'document';
	for ( $i = 1, $key = $stem; isset( $documents[ $key ] ); ) {
		$key = $stem . '-' . ( ++$i );
	}
	return $key;
}

/** The page. */
function recovery_timeline_page() {
	$documents = recovery_timeline_documents();
	$outcome   = recovery_timeline_outcome();
	// phpcs:disable WordPress.Security.NonceVerification -- only which of our own documents is shown
	$key  = isset( $_GET['document'] ) && is_string( $_GET['document'] ) ? sanitize_key( wp_unslash( $_GET['document'] ) ) : (string) key( $documents );
	$key  = $outcome ? sanitize_key( recovery_timeline_posted( 'key' ) ) : $key;
	$done = isset( $_GET['done'] ) && is_string( $_GET['done'] ) ? sanitize_key( wp_unslash( $_GET['done'] ) ) : '';
	// phpcs:enable
	$key = isset( $documents[ $key ] ) ? $key : '';
	echo '<div class="wrap"><h1>Recovery Timeline</h1>';
	if ( $outcome ) {
		recovery_timeline_refusals( $outcome['wrong'] );
	} elseif ( in_array( $done, array( 'save', 'delete', 'first' ), true ) ) {
		echo '<div class="notice notice-success is-dismissible" role="status"><p>';
		echo esc_html( 'delete' === $done ? __( 'The document is deleted.', 'recovery-timeline' ) : __( 'Saved. Every page with the widget shows it now.', 'recovery-timeline' ) );
		echo '</p></div>';
	}
	echo '<p>' . esc_html__( 'Put the widget into a page with the block "Recovery Timeline", or with this shortcode:', 'recovery-timeline' ) . ' <code>[recovery_timeline]</code></p>';
	recovery_timeline_list( $documents );
	$entry = $outcome ? $outcome : ( '' === $key ? array( 'name' => '', 'json' => '' ) : $documents[ $key ] );
	recovery_timeline_form( $key, $entry, (bool) $outcome );
	echo '</div>';
}

/**
 * What is wrong with a document, each with its place.
 *
 * @param array[] $wrong Places and reasons.
 */
function recovery_timeline_refusals( array $wrong ) {
	echo '<div class="notice notice-error" role="alert" id="recovery-timeline-wrong"><p><strong>' . esc_html__( 'Not saved. Please mend this first; what was saved before is still shown:', 'recovery-timeline' ) . '</strong></p><ul>';
	foreach ( array_slice( $wrong, 0, 50 ) as $one ) {
		$place = '' === $one['path'] ? __( 'The document', 'recovery-timeline' ) : $one['path'];
		echo '<li><code>' . esc_html( $place ) . '</code>: ' . esc_html( $one['reason'] ) . '</li>';
	}
	echo '</ul></div>';
}

/**
 * The table of all documents.
 *
 * @param array $documents All of them.
 */
function recovery_timeline_list( array $documents ) {
	if ( ! $documents ) {
		return;
	}
	echo '<h2>' . esc_html__( "The clinic's documents", 'recovery-timeline' ) . '</h2>';
	echo '<p>' . esc_html__( 'Pages show the first one, unless block or shortcode name another.', 'recovery-timeline' ) . '</p>';
	echo '<table class="widefat striped"><thead><tr><th scope="col">' . esc_html__( 'Name', 'recovery-timeline' ) . '</th><th scope="col">' . esc_html__( 'Shortcode', 'recovery-timeline' ) . '</th><th scope="col">' . esc_html__( 'Actions', 'recovery-timeline' ) . '</th></tr></thead><tbody>';
	foreach ( $documents as $key => $entry ) {
		$edit = add_query_arg( 'document', $key, admin_url( RECOVERY_TIMELINE_PAGE ) );
		echo '<tr><th scope="row">' . esc_html( $entry['name'] ) . '</th><td><code>[recovery_timeline clinic="' . esc_html( $key ) . '"]</code></td><td><form method="post" action="' . esc_url( admin_url( RECOVERY_TIMELINE_PAGE ) ) . '">';
		wp_nonce_field( 'recovery-timeline', '_wpnonce', true );
		echo '<input type="hidden" name="recovery_timeline_key" value="' . esc_attr( $key ) . '">';
		/* translators: %s: name of a document */
		recovery_timeline_row_action( __( 'Edit %s', 'recovery-timeline' ), $entry['name'], $edit );
		if ( (string) key( $documents ) !== (string) $key ) {
			/* translators: %s: name of a document */
			recovery_timeline_row_action( __( 'Show %s first', 'recovery-timeline' ), $entry['name'], '', 'first' );
		}
		/* translators: %s: name of a document */
		recovery_timeline_row_action( __( 'Delete %s', 'recovery-timeline' ), $entry['name'], '', 'delete' );
		echo '</form></td></tr>';
	}
	echo '</tbody></table><p><a class="button" href="' . esc_url( add_query_arg( 'document', 'new', admin_url( RECOVERY_TIMELINE_PAGE ) ) ) . '">' . esc_html__( 'Add a document', 'recovery-timeline' ) . '</a></p>';
}

/**
 * A link or a button of the table.
 *
 * @param string $label   With %s for the name.
 * @param string $name    Of the document.
 * @param string $address Of a link.
 * @param string $act     Of a button.
 */
function recovery_timeline_row_action( $label, $name, $address, $act = '' ) {
	$label = esc_html( sprintf( $label, $name ) );
	if ( '' === $act ) {
		echo '<a class="button" href="' . esc_url( $address ) . '">' . $label . '</a> '; // phpcs:ignore WordPress.Security.EscapeOutput -- escaped above
	} else {
		$sure = 'delete' === $act ? ' data-sure="' . esc_attr__( 'Pages that show it will show the first one. Delete it for good?', 'recovery-timeline' ) . '"' : '';
		echo '<button class="button" name="recovery_timeline_act" value="' . esc_attr( $act ) . '"' . $sure . '>' . $label . '</button> '; // phpcs:ignore WordPress.Security.EscapeOutput -- escaped above
	}
}

const RECOVERY_TIMELINE_EXAMPLE = '{
  "clinic": { "name": "Linden Skin Clinic", "phone": "020 7946 0142" },
  "treatments": [
    {
      "name": "Glow facial",
      "text": "fresher look, fine pores",
      "state": { "device": "pen", "depth_mm": 0.5, "passes": 2 }
    }
  ]
}';

/**
 * The form of one document.
 *
 * @param string $key     Of the document; '' is a new one.
 * @param array  $entry   Its name and JSON.
 * @param bool   $refused Whether it was refused just now.
 */
function recovery_timeline_form( $key, array $entry, $refused ) {
	$invalid = $refused ? ' aria-invalid="true" aria-describedby="recovery-timeline-help recovery-timeline-wrong"' : ' aria-describedby="recovery-timeline-help"';
	/* translators: %s: name of a document */
	echo '<h2>' . esc_html( '' === $key ? __( 'A new document', 'recovery-timeline' ) : sprintf( __( 'Edit %s', 'recovery-timeline' ), $entry['name'] ) ) . '</h2>';
	echo '<form method="post" action="' . esc_url( admin_url( RECOVERY_TIMELINE_PAGE ) ) . '">';
	wp_nonce_field( 'recovery-timeline' );
	echo '<input type="hidden" name="recovery_timeline_key" value="' . esc_attr( '' === $key ? 'new' : $key ) . '">';
	echo '<p><label for="recovery-timeline-name"><strong>' . esc_html__( 'Name', 'recovery-timeline' ) . '</strong></label><br><input type="text" class="regular-text" id="recovery-timeline-name" name="recovery_timeline_name" required maxlength="80" value="' . esc_attr( $entry['name'] ) . '"></p>';
	recovery_timeline_configurator( $key );
	// Without script the field is all there is; what was refused is mended where it stands.
	echo '<details id="recovery-timeline-source" open' . ( $refused ? ' data-refused' : '' ) . '><summary>' . esc_html__( 'The document as text', 'recovery-timeline' ) . '</summary>';
	echo '<p><label for="recovery-timeline-json"><strong>' . esc_html__( "The clinic's document (JSON)", 'recovery-timeline' ) . '</strong></label></p>';
	echo '<p class="description" id="recovery-timeline-help">' . esc_html__( "Your clinic's name and phone, your treatments, spans and words. Everything is optional. Visitors can read all of it.", 'recovery-timeline' ) . '</p>';
	echo '<p><textarea class="large-text code" rows="20" dir="ltr" spellcheck="false" id="recovery-timeline-json" name="recovery_timeline_json"' . $invalid . '>' . esc_textarea( $entry['json'] ) . '</textarea></p>'; // phpcs:ignore WordPress.Security.EscapeOutput -- two constants
	echo '<p><button type="button" class="button hide-if-no-js" id="recovery-timeline-try" disabled>' . esc_html__( 'Try it', 'recovery-timeline' ) . '</button></p>';
	echo '<details><summary>' . esc_html__( 'An example', 'recovery-timeline' ) . '</summary><pre dir="ltr">' . esc_html( RECOVERY_TIMELINE_EXAMPLE ) . '</pre></details>';
	printf(
		'<section id="recovery-timeline-trial" hidden data-fine="%1$s"><h2>%2$s</h2><ul role="status"></ul><div></div></section>',
		esc_attr__( 'The widget understands all of it.', 'recovery-timeline' ),
		esc_html__( 'What visitors would see', 'recovery-timeline' )
	);
	echo '</details><p><button class="button button-primary" name="recovery_timeline_act" value="save">' . esc_html__( 'Check and save', 'recovery-timeline' ) . '</button></p></form>';
}

/**
 * Where the configurator, a frame of its own, is put by the script; it writes the document into the field.
 *
 * @param string $key Of the document; '' is a new one.
 */
function recovery_timeline_configurator( $key ) {
	$address = function ( $name ) {
		return add_query_arg( 'ver', RECOVERY_TIMELINE_VERSION, plugins_url( 'widget/' . $name, RECOVERY_TIMELINE_FILE ) );
	};
	$data    = array(
		'script'   => $address( 'configurator.js' ),
		'style'    => $address( 'configurator.css' ),
		'widget'   => recovery_timeline_script(),
		'text'     => 'recovery-timeline-json',
		'key'      => $key,
		'language' => str_replace( '_', '-', get_user_locale() ),
		'site'     => get_bloginfo( 'language' ),
		'title'    => __( 'The form for the document, with a preview', 'recovery-timeline' ),
	);
	echo '<div id="recovery-timeline-configurator"';
	foreach ( $data as $name => $value ) {
		echo ' data-' . esc_attr( $name ) . '="' . esc_attr( $value ) . '"';
	}
	echo '></div>';
}
