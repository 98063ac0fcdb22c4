# relative.sh <project> <compiler> <words>...: compiles with the project's files named from the build folder. Under -flto
# an object keeps the name of its source as it was given, and what is linked would differ from folder to folder.
project=$1
shift
case $PWD in
"$project"/build/*/*) exec "$@" ;; # a trial of CMake's own
"$project"/build/*) ;;
*) exec "$@" ;;
esac
for word; do
  shift
  case $word in "$project"/*) word=../..${word#"$project"} ;; esac
  set -- "$@" "$word"
done
exec "$@"
