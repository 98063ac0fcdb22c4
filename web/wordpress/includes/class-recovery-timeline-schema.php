<?php
/**
 * Holds a decoded JSON document against a JSON Schema (2020-12): the keywords that the clinic's schema uses.
 *
 * @package recovery-timeline
 */

defined( 'ABSPATH' ) || exit;

/** Each thing wrong is told with its place in the document, the reason, and what would be right. */
final class Recovery_Timeline_Schema {
	/**
	 * The whole schema.
	 *
	 * @var stdClass
	 */
	private $root;

	/**
	 * A schema.
	 *
	 * @param stdClass $root As decoded from JSON.
	 */
	public function __construct( stdClass $root ) {
		$this->root = $root;
	}

	/**
	 * What is wrong with a document; empty if nothing is.
	 *
	 * @param mixed $value As decoded from JSON, objects as stdClass.
	 * @return array[] Each array( 'path' => 'clinic.phone', 'reason' => '…' ).
	 */
	public function wrong( $value ) {
		return $this->check( $value, $this->root, '' );
	}

	/**
	 * One value against one schema.
	 *
	 * @param mixed         $value  The value.
	 * @param stdClass|bool $schema The schema.
	 * @param string        $path   The value's place.
	 */
	private function check( $value, $schema, $path ) {
		if ( is_bool( $schema ) ) {
			return $schema ? array() : self::one( $path, __( 'It must not stand here.', 'recovery-timeline' ) );
		}
		if ( isset( $schema->{'$ref'} ) ) {
			$wrong = $this->check( $value, $this->referred( $schema->{'$ref'} ), $path );
			if ( $wrong ) {
				return $wrong;
			}
		}
		$wrong = self::check_kind( $value, $schema, $path );
		if ( $wrong ) {
			return $wrong;
		}
		if ( is_string( $value ) ) {
			$wrong = self::check_text( $value, $schema, $path );
		} elseif ( is_int( $value ) || is_float( $value ) ) {
			$wrong = self::check_number( $value, $schema, $path );
		} elseif ( is_array( $value ) ) {
			$wrong = $this->check_list( $value, $schema, $path );
		} elseif ( $value instanceof stdClass ) {
			$wrong = $this->check_object( $value, $schema, $path );
		}
		return array_merge( $wrong, $this->check_combined( $value, $schema, $path ) );
	}

	/**
	 * The schema that a "#/…" names.
	 *
	 * @param string $reference JSON Pointer after "#".
	 */
	private function referred( $reference ) {
		$schema = $this->root;
		foreach ( array_slice( explode( '/', $reference ), 1 ) as $key ) {
			$schema = $schema->{ strtr( $key, array( '~1' => '/', '~0' => '~' ) ) };
		}
		return $schema;
	}

	/**
	 * Keywords of any value: type, enum, const.
	 *
	 * @param mixed    $value  The value.
	 * @param stdClass $schema The schema.
	 * @param string   $path   The value's place.
	 */
	private static function check_kind( $value, $schema, $path ) {
		$types = isset( $schema->type ) ? (array) $schema->type : array();
		if ( $types && ! array_filter( $types, function ( $type ) use ( $value ) {
			return self::is_of( $value, $type );
		} ) ) {
			/* translators: 1: kinds of values, such as "object, string", 2: the value that was found */
			return self::one( $path, sprintf( __( 'It must be of the kind %1$s, but is %2$s.', 'recovery-timeline' ), implode( ', ', $types ), self::shown( $value ) ) );
		}
		$allowed = isset( $schema->enum ) ? $schema->enum : ( property_exists( $schema, 'const' ) ? array( $schema->const ) : null );
		// Loose for 1 and 1.0, which JSON holds for the same; nothing else is equal across kinds here.
		$number = is_int( $value ) || is_float( $value );
		foreach ( (array) $allowed as $one ) {
			if ( $one === $value || ( $number && ( is_int( $one ) || is_float( $one ) ) && (float) $one === (float) $value ) ) {
				return array();
			}
		}
		if ( null === $allowed ) {
			return array();
		}
		/* translators: 1: the allowed values, 2: the value that was found */
		return self::one( $path, sprintf( __( 'It must be one of %1$s, but is %2$s.', 'recovery-timeline' ), implode( ', ', array_map( array( __CLASS__, 'shown' ), $allowed ) ), self::shown( $value ) ) );
	}

	/**
	 * Whether a value is of a type of JSON Schema.
	 *
	 * @param mixed  $value The value.
	 * @param string $type  The type's name.
	 */
	private static function is_of( $value, $type ) {
		switch ( $type ) {
			case 'object':
				return $value instanceof stdClass;
			case 'array':
				return is_array( $value );
			case 'string':
				return is_string( $value );
			case 'boolean':
				return is_bool( $value );
			case 'integer':
				return is_int( $value ) || ( is_float( $value ) && floor( $value ) === $value );
			case 'number':
				return is_int( $value ) || is_float( $value );
		}
		return null === $value;
	}

	/**
	 * Keywords of a string.
	 *
	 * @param string   $value  The value.
	 * @param stdClass $schema The schema.
	 * @param string   $path   The value's place.
	 */
	private static function check_text( $value, $schema, $path ) {
		$length = mb_strlen( $value, 'UTF-8' );
		if ( isset( $schema->minLength ) && $length < $schema->minLength ) {
			return self::one( $path, __( 'It must not be empty.', 'recovery-timeline' ) );
		}
		if ( isset( $schema->maxLength ) && $length > $schema->maxLength ) {
			/* translators: 1: a number, 2: a larger number */
			return self::one( $path, sprintf( __( 'It may have %1$d characters, but has %2$d.', 'recovery-timeline' ), $schema->maxLength, $length ) );
		}
		if ( isset( $schema->pattern ) && ! self::fits( $schema->pattern, $value ) ) {
			/* translators: 1: the value that was found, 2: an example */
			return self::one( $path, sprintf( __( '%1$s has not the form that is needed here. An example: %2$s', 'recovery-timeline' ), self::shown( $value ), self::example( $schema ) ) );
		}
		return array();
	}

	/**
	 * Whether a text fits a pattern of JavaScript.
	 *
	 * @param string $pattern Of the schema.
	 * @param string $value   The text.
	 */
	private static function fits( $pattern, $value ) {
		$ours = preg_replace( '/\\\\u([0-9a-f]{4})/i', '\\x{$1}', $pattern );
		// D: "$" is the very end in JavaScript, not before a last line break.
		return 1 === preg_match( '~' . str_replace( '~', '\~', $ours ) . '~uD', $value );
	}

	/**
	 * Keywords of a number.
	 *
	 * @param int|float $value  The value.
	 * @param stdClass  $schema The schema.
	 * @param string    $path   The value's place.
	 */
	private static function check_number( $value, $schema, $path ) {
		$low  = isset( $schema->minimum ) ? $schema->minimum : -INF;
		$high = isset( $schema->maximum ) ? $schema->maximum : INF;
		$over = isset( $schema->exclusiveMinimum ) ? $schema->exclusiveMinimum : -INF;
		if ( $value >= $low && $value <= $high && $value > $over ) {
			return array();
		}
		/* translators: 1: the lowest number, 2: the highest, 3: the one that was found */
		return self::one( $path, sprintf( __( 'It must be from %1$s to %2$s, but is %3$s.', 'recovery-timeline' ), self::shown( $low ), self::shown( $high ), self::shown( $value ) ) );
	}

	/**
	 * Keywords of a list.
	 *
	 * @param array    $value  The value.
	 * @param stdClass $schema The schema.
	 * @param string   $path   The value's place.
	 */
	private function check_list( $value, $schema, $path ) {
		$wrong = array();
		$count = count( $value );
		$most  = isset( $schema->maxItems ) ? $schema->maxItems : PHP_INT_MAX;
		$least = isset( $schema->minItems ) ? $schema->minItems : 0;
		if ( $count > $most || $count < $least ) {
			/* translators: 1: the lowest number, 2: the highest, 3: the one that was found */
			$wrong = self::one( $path, sprintf( __( 'It may have from %1$d to %2$d entries, but has %3$d.', 'recovery-timeline' ), $least, $most, $count ) );
		}
		if ( ! empty( $schema->uniqueItems ) && count( array_unique( array_map( 'wp_json_encode', $value ) ) ) < $count ) {
			$wrong = array_merge( $wrong, self::one( $path, __( 'An entry stands in it twice.', 'recovery-timeline' ) ) );
		}
		if ( isset( $schema->contains ) && ! array_filter( $value, function ( $item ) use ( $schema ) {
			return ! $this->check( $item, $schema->contains, '' );
		} ) ) {
			$needed = isset( $schema->contains->const ) ? self::shown( $schema->contains->const ) : self::example( $schema );
			$wrong  = array_merge( $wrong, self::lacks( $path, $needed ) );
		}
		foreach ( $value as $i => $item ) {
			if ( isset( $schema->items ) ) {
				$wrong = array_merge( $wrong, $this->check( $item, $schema->items, $path . '[' . $i . ']' ) );
			}
		}
		return $wrong;
	}

	/**
	 * Keywords of an object.
	 *
	 * @param stdClass $value  The value.
	 * @param stdClass $schema The schema.
	 * @param string   $path   The value's place.
	 */
	private function check_object( $value, $schema, $path ) {
		$wrong = array();
		$known = isset( $schema->properties ) ? $schema->properties : new stdClass();
		$other = isset( $schema->additionalProperties ) ? $schema->additionalProperties : true;
		foreach ( isset( $schema->required ) ? $schema->required : array() as $key ) {
			if ( ! property_exists( $value, $key ) ) {
				$wrong = array_merge( $wrong, self::lacks( $path, $key ) );
			}
		}
		if ( isset( $schema->minProperties ) && count( get_object_vars( $value ) ) < $schema->minProperties ) {
			$wrong = array_merge( $wrong, self::one( $path, __( 'It must not be empty.', 'recovery-timeline' ) ) );
		}
		foreach ( get_object_vars( $value ) as $key => $child ) {
			$key   = (string) $key;
			$place = '' === $path ? $key : $path . '.' . $key;
			$named = isset( $schema->propertyNames ) ? $this->check( $key, $schema->propertyNames, $place ) : array();
			if ( $named ) {
				$wrong = array_merge( $wrong, $named );
			} elseif ( property_exists( $known, $key ) ) {
				$wrong = array_merge( $wrong, $this->check( $child, $known->$key, $place ) );
			} elseif ( false === $other ) {
				/* translators: %s: the names that are known at this place */
				$wrong = array_merge( $wrong, self::one( $place, sprintf( __( 'This name is not known here. Known are: %s.', 'recovery-timeline' ), implode( ', ', array_keys( get_object_vars( $known ) ) ) ) ) );
			} else {
				$wrong = array_merge( $wrong, $this->check( $child, $other, $place ) );
			}
		}
		return $wrong;
	}

	/**
	 * Keywords that combine schemas.
	 *
	 * @param mixed    $value  The value.
	 * @param stdClass $schema The schema.
	 * @param string   $path   The value's place.
	 */
	private function check_combined( $value, $schema, $path ) {
		$wrong = array();
		foreach ( isset( $schema->allOf ) ? $schema->allOf : array() as $part ) {
			$wrong = array_merge( $wrong, $this->check( $value, $part, $path ) );
		}
		if ( isset( $schema->if ) ) {
			$branch = $this->check( $value, $schema->if, $path ) ? 'else' : 'then';
			$wrong  = array_merge( $wrong, isset( $schema->$branch ) ? $this->check( $value, $schema->$branch, $path ) : array() );
		}
		if ( isset( $schema->anyOf ) ) {
			$wrong = array_merge( $wrong, $this->nearest( $value, $schema->anyOf, $path ) );
		}
		if ( isset( $schema->not ) && ! $this->check( $value, $schema->not, $path ) ) {
			$keys  = isset( $schema->not->required ) ? implode( ', ', $schema->not->required ) : self::shown( $value );
			/* translators: %s: names of keys, or a value */
			$wrong = array_merge( $wrong, self::one( $path, sprintf( __( 'This must not stand here, or not together: %s.', 'recovery-timeline' ), $keys ) ) );
		}
		return $wrong;
	}

	/**
	 * What is wrong with a value that fits none of several schemas, told by the one that it is nearest to:
	 * whose complaints lie deepest inside the value.
	 *
	 * @param mixed           $value   The value.
	 * @param stdClass[]|bool $schemas The schemas.
	 * @param string          $path    The value's place.
	 */
	private function nearest( $value, $schemas, $path ) {
		$best = array();
		foreach ( $schemas as $schema ) {
			$wrong = $this->check( $value, $schema, $path );
			if ( ! $wrong ) {
				return array();
			}
			$same_kind = self::same_kind( $value, $this->resolved( $schema ) ) ? 1 : 0;
			$rank      = array( $same_kind, -count( $wrong ), strlen( $wrong[0]['path'] ) );
			if ( ! $best || $rank > $best[0] ) {
				$best = array( $rank, $wrong );
			}
		}
		return $best[1];
	}

	/**
	 * A schema without its reference.
	 *
	 * @param stdClass $schema The schema.
	 */
	private function resolved( $schema ) {
		return isset( $schema->{'$ref'} ) ? $this->referred( $schema->{'$ref'} ) : $schema;
	}

	/**
	 * Whether a value is at least of the schema's kind.
	 *
	 * @param mixed    $value  The value.
	 * @param stdClass $schema The schema.
	 */
	private static function same_kind( $value, $schema ) {
		if ( isset( $schema->enum ) || property_exists( $schema, 'const' ) ) {
			return is_string( $value );
		}
		return ! isset( $schema->type ) || self::is_of( $value, $schema->type );
	}

	/**
	 * A list of one complaint.
	 *
	 * @param string $path   Place.
	 * @param string $reason Reason.
	 */
	private static function one( $path, $reason ) {
		return array( array( 'path' => $path, 'reason' => $reason ) );
	}

	/**
	 * The complaint that something is missing.
	 *
	 * @param string $path   Place.
	 * @param string $needed What is missing.
	 */
	private static function lacks( $path, $needed ) {
		/* translators: %s: what is missing */
		return self::one( $path, sprintf( __( 'It lacks %s.', 'recovery-timeline' ), $needed ) );
	}

	/**
	 * A value as JSON, short enough for a message.
	 *
	 * @param mixed $value The value.
	 */
	private static function shown( $value ) {
		$text = is_float( $value ) && is_infinite( $value ) ? '∞' : wp_json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
		return mb_strlen( $text, 'UTF-8' ) > 60 ? mb_substr( $text, 0, 59, 'UTF-8' ) . '…' : $text;
	}

	/**
	 * The example of a schema.
	 *
	 * @param stdClass $schema The schema.
	 */
	private static function example( $schema ) {
		return self::shown( isset( $schema->examples ) ? $schema->examples[0] : '…' );
	}
}
