<?php
/**
 * The clinics' documents: one option, a list of array( 'name' => …, 'json' => … ) by key, the first being
 * the one that pages show unless they name another.
 *
 * @package recovery-timeline
 */

defined( 'ABSPATH' ) || exit;

const RECOVERY_TIMELINE_OPTION = 'recovery_timeline_documents';
const RECOVERY_TIMELINE_MOST_BYTES = 200 * 1024;

/** All documents; what others may have written into the option is left out. */
function recovery_timeline_documents() {
	$documents = get_option( RECOVERY_TIMELINE_OPTION, array() );
	return array_filter( is_array( $documents ) ? $documents : array(), 'recovery_timeline_is_entry' );
}

/**
 * Whether this is an entry of the option.
 *
 * @param mixed $entry The value.
 */
function recovery_timeline_is_entry( $entry ) {
	return isset( $entry['name'], $entry['json'] ) && is_string( $entry['name'] ) && is_string( $entry['json'] );
}

/**
 * The decoded document that a page asks for: by its key, the first one for '', none for 'none'. A key that
 * is gone means the first one, so that no page loses the clinic's word.
 *
 * @param string $key The key.
 * @return stdClass
 */
function recovery_timeline_document( $key ) {
	$documents = recovery_timeline_documents();
	if ( 'none' === $key || ! $documents ) {
		return new stdClass();
	}
	$entry   = isset( $documents[ $key ] ) ? $documents[ $key ] : reset( $documents );
	$decoded = json_decode( $entry['json'] );
	return recovery_timeline_with_keys( $decoded instanceof stdClass ? $decoded : new stdClass() );
}

/**
 * The document in which a treatment that has a name a language, but no key, gets one: the widget would
 * make it of the name in the language that is shown, and what an author chose would depend on that.
 *
 * @param stdClass $document A decoded document; it is changed.
 */
function recovery_timeline_with_keys( stdClass $document ) {
	foreach ( recovery_timeline_own_treatments( $document ) as $key => $treatment ) {
		if ( $treatment->name instanceof stdClass && ! isset( $treatment->key ) ) {
			$treatment->key = $key;
		}
	}
	return $document;
}

/**
 * Stores the documents; without them the option is gone.
 *
 * @param array $documents All of them.
 */
function recovery_timeline_store( array $documents ) {
	if ( $documents ) {
		// Not loaded on every page: only where a widget stands.
		update_option( RECOVERY_TIMELINE_OPTION, $documents, false );
	} else {
		delete_option( RECOVERY_TIMELINE_OPTION );
	}
}

/**
 * Reads a document that somebody gives.
 *
 * @param string $text JSON.
 * @return array array( 'json' => the document as it is stored, or null, 'wrong' => what is wrong with it ).
 */
function recovery_timeline_read( $text ) {
	$refused = function ( $reason ) {
		return array( 'json' => null, 'wrong' => array( array( 'path' => '', 'reason' => $reason ) ) );
	};
	if ( strlen( $text ) > RECOVERY_TIMELINE_MOST_BYTES ) {
		/* translators: %d: a number */
		return $refused( sprintf( __( 'It may have %d KB at most.', 'recovery-timeline' ), RECOVERY_TIMELINE_MOST_BYTES / 1024 ) );
	}
	$value = json_decode( $text, false, 64 );
	$error = json_last_error();
	$other = array( JSON_ERROR_DEPTH, JSON_ERROR_UTF8, JSON_ERROR_UTF16 );
	$place = in_array( $error, $other, true ) ? null : recovery_timeline_syntax( $text );
	if ( $place ) {
		return array( 'json' => null, 'wrong' => array( $place ) );
	}
	if ( JSON_ERROR_NONE !== $error ) {
		/* translators: %s: what the reader of JSON says, in English */
		return $refused( sprintf( __( 'It is not JSON: %s.', 'recovery-timeline' ), json_last_error_msg() ) );
	}
	if ( ! $value instanceof stdClass ) {
		return $refused( __( 'It must be an object: { … }.', 'recovery-timeline' ) );
	}
	$wrong  = recovery_timeline_markup( $value, '' );
	$schema = recovery_timeline_schema();
	if ( $schema ) {
		$wrong = array_merge( $wrong, $schema->wrong( $value ) );
	}
	// Written anew: what is stored is what was checked.
	$json = wp_json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRETTY_PRINT | JSON_PRESERVE_ZERO_FRACTION );
	if ( false === $json ) {
		/* translators: %s: what the reader of JSON says, in English */
		return $refused( sprintf( __( 'It is not JSON: %s.', 'recovery-timeline' ), json_last_error_msg() ) );
	}
	return array( 'json' => $wrong ? null : $json, 'wrong' => $wrong );
}

/** The schema of the clinic's document, as the build has put it into the plugin. */
function recovery_timeline_schema() {
	$file = dirname( RECOVERY_TIMELINE_FILE ) . '/widget/clinic.schema.json';
	$root = is_readable( $file ) ? wp_json_file_decode( $file ) : null;
	return $root ? new Recovery_Timeline_Schema( $root ) : null;
}

/**
 * Texts with HTML tags in them. The widget draws texts as they are, so a tag is a mistake or an attack;
 * "depth < 1 mm" is neither.
 *
 * @param mixed  $value A decoded value.
 * @param string $path  Its place.
 */
function recovery_timeline_markup( $value, $path ) {
	if ( is_string( $value ) && preg_match( '/<[a-z!\/?]/i', $value ) ) {
		return array( array( 'path' => $path, 'reason' => __( 'A text must not hold HTML tags.', 'recovery-timeline' ) ) );
	}
	$wrong = array();
	if ( is_array( $value ) || $value instanceof stdClass ) {
		foreach ( $value as $key => $child ) {
			$place = is_array( $value ) ? $path . '[' . $key . ']' : ( '' === $path ? $key : $path . '.' . $key );
			$wrong = array_merge( $wrong, recovery_timeline_markup( $child, $place ) );
		}
	}
	return $wrong;
}

/**
 * A text of a document, which may be one text or one a language.
 *
 * @param mixed  $value    The text.
 * @param string $language For whom.
 */
function recovery_timeline_text( $value, $language ) {
	if ( $value instanceof stdClass ) {
		$texts = get_object_vars( $value );
		$value = isset( $texts[ $language ] ) ? $texts[ $language ] : reset( $texts );
	}
	return is_string( $value ) ? $value : '';
}

/**
 * Whether a document leaves our treatments, figures and advice as they are, so that the short result which
 * the build has made says nothing else than the clinic.
 *
 * @param stdClass $document A decoded document.
 */
function recovery_timeline_is_usual( stdClass $document ) {
	return ! array_diff( array_keys( get_object_vars( $document ) ), array( '$schema', 'format', 'clinic', 'views', 'words', 'theme' ) );
}

/**
 * The document's own treatments by their keys.
 *
 * @param stdClass $document A decoded document.
 * @return stdClass[]
 */
function recovery_timeline_own_treatments( stdClass $document ) {
	$own   = isset( $document->treatments ) ? $document->treatments : ( isset( $document->presets ) ? $document->presets : array() );
	$found = array();
	foreach ( is_array( $own ) ? $own : array() as $i => $treatment ) {
		if ( ! $treatment instanceof stdClass || ! isset( $treatment->name ) ) {
			continue;
		}
		$key = isset( $treatment->key ) ? $treatment->key : recovery_timeline_key( recovery_timeline_text( $treatment->name, 'en' ), $found, $i );
		if ( is_string( $key ) ) {
			$found[ $key ] = $treatment;
		}
	}
	return $found;
}

/**
 * The treatments of which one may be shown first: the document's own, else the widget's.
 *
 * @param stdClass $document A decoded document.
 * @param string   $language For their names.
 * @return array Key => name.
 */
function recovery_timeline_treatments( stdClass $document, $language ) {
	$own = recovery_timeline_own_treatments( $document );
	if ( ! $own ) {
		return recovery_timeline_widget()['languages'][ $language ]['treatments'];
	}
	$names = array();
	foreach ( $own as $key => $treatment ) {
		if ( empty( $treatment->hidden ) ) {
			$names[ $key ] = recovery_timeline_text( $treatment->name, $language );
		}
	}
	return $names;
}

/**
 * The key that the widget makes of a treatment's name: "Glow Facial" is glow_facial.
 *
 * @param string $name  The name.
 * @param array  $taken Keys before it.
 * @param int    $place Its place in the list, from 0.
 */
function recovery_timeline_key( $name, array $taken, $place ) {
	$key = trim( preg_replace( '/[^a-z0-9_]+/', '_', strtr( $name, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz' ) ), '_' );
	$key = '' === $key ? 'treatment' : $key;
	$own = array( 'not_sure' => 1, 'own_settings' => 1 );
	return array_key_exists( $key, $taken + $own ) ? $key . '_' . ( $place + 1 ) : $key;
}
