# Shared by the scripts: what they say, and how they get the machine and .venv ready. Source it from the project's root.
# shellcheck shell=bash

# The libraries that WeasyPrint loads and the packages that bring them; the same names on Debian 12 and Ubuntu 24.04.
# libpango-1.0-0 brings GLib, HarfBuzz, Fontconfig and, through it, a font: without any font Pango ends the process.
PDF_LIBRARIES=(libgobject-2.0.so.0 libpango-1.0.so.0 libharfbuzz.so.0 libfontconfig.so.1 libpangoft2-1.0.so.0
  libharfbuzz-subset.so.0)
PDF_PACKAGES=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-dejavu-core)

say() { printf '» %s\n' "$*"; }

fail() {
  printf '\nFout: %s\n' "$1" >&2
  shift
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}

# A setting as the product will see it: the environment goes first, then `.env`, then what is given here. With the key
# in the environment `.env` has no say (regiostaf/settings.py).
setting() {
  local name=$1 default=${2-} line=''
  if [ -n "${!name-}" ]; then
    printf '%s' "${!name}"
    return
  fi
  if [ -z "${SECRET_KEY+set}" ] && [ -f .env ]; then
    line=$(sed -nE "s/^[[:space:]]*(export[[:space:]]+)?$name=[\"']?([^\"']*)[\"']?[[:space:]]*$/\2/p" .env | tail -n 1)
  fi
  printf '%s' "${line:-$default}"
}

# warn_without_proxy HOST: what it means that other machines reach this one. Gunicorn has sixteen threads, and who sends
# half a request holds one; a proxy waits for the rest in its place (tried: 15 stop the site, behind nginx 600 don't).
warn_without_proxy() {
  case $1 in
    127.* | ::1 | localhost) return ;;
  esac
  say 'Let op: ook andere computers kunnen Regiostaf nu bereiken.'
  say 'Staat er geen webserver voor, dan zetten vijftien halve verzoeken de site stil.'
  say 'Zet er voor echt gebruik nginx voor en laat HOST weg: zie deploy/README.md en deploy/nginx.conf.'
}

# Changes when a name or the content of one of the files changes.
digest() { sha256sum -- "$@" | sha256sum | cut -d ' ' -f 1; }

# as_root COMMAND …: run it as root, through sudo when we are not; fails when neither is possible.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# apt_install PACKAGE …: install with apt, or say what is missing and how to get it.
apt_install() {
  local how="apt-get install $*"
  if ! command -v apt-get >/dev/null; then
    fail "Op deze computer ontbreekt: $*" \
      'Dat zijn namen van pakketten van Debian 12 en Ubuntu 24.04. Dit systeem heeft geen apt-get.' \
      'Installeer hetzelfde met het pakketbeheer van dit systeem: Python 3.11 of nieuwer met venv, en Pango, HarfBuzz,' \
      'Fontconfig en een lettertype. Voor de tests ook Chromium, poppler-utils, PostgreSQL, Java, LibreOffice en Hunspell' \
      'met Nederlands.' \
      'Start dit script daarna opnieuw.'
  fi
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    fail "Op deze computer ontbreekt: $*" "Vraag een beheerder om dit als root te doen: $how"
  fi
  say "Ik installeer met apt-get: $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq update </dev/null ||
    say 'De lijst met pakketten is niet helemaal bijgewerkt. Ik ga verder met de lijst die er is.'
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq -o Dpkg::Use-Pty=0 \
    install --yes --no-install-recommends "$@" </dev/null >/dev/null ||
    fail 'Het installeren met apt-get is niet gelukt. Hierboven staat waarom.' \
      'Is er verbinding met internet? Start dit script daarna opnieuw, of doe het zelf:' "$how"
}

# usable_python PYTHON: is it 3.11 or newer, and can it make a virtual environment with pip?
usable_python() {
  "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# Prints the first Python on this machine that can be used; fails when there is none.
find_python() {
  local name
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && usable_python "$name"; then
      command -v "$name"
      return
    fi
  done
  return 1
}

# has_pdf_libraries PYTHON: can the libraries be loaded, and is there a font?
has_pdf_libraries() {
  "$1" -c 'import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]' "${PDF_LIBRARIES[@]}" 2>/dev/null &&
    [ -n "$(fc-list 2>/dev/null | head -n 1)" ]
}

# Sees to Python and the libraries for the PDF; sets PYTHON.
prepare_machine() {
  [ "$(uname -s)" = Linux ] ||
    fail "Regiostaf draait op Linux; dit is $(uname -s)." \
      'Gebruik een (virtuele) computer met Debian 12 of Ubuntu 24.04.'
  if ! PYTHON=$(find_python); then
    apt_install python3 python3-venv "${PDF_PACKAGES[@]}"
    PYTHON=$(find_python) ||
      fail "Regiostaf heeft Python 3.11 of nieuwer nodig; dit systeem geeft $(python3 --version 2>&1)." \
        'Gebruik Debian 12, Ubuntu 24.04 of nieuwer, of zet een nieuwere python3 vooraan in PATH.'
  fi
  if ! has_pdf_libraries "$PYTHON"; then
    apt_install "${PDF_PACKAGES[@]}"
    has_pdf_libraries "$PYTHON" ||
      fail 'De bibliotheken voor de PDF zijn geïnstalleerd, maar zijn niet te laden.' "Het gaat om: ${PDF_LIBRARIES[*]}"
  fi
}

# install_requirements NAME: bring .venv in line with requirements/NAME.txt; does nothing when it already is.
install_requirements() {
  local list=requirements/$1.txt stamp=.venv/installed-$1 wanted
  if ! { [ -x .venv/bin/python ] && usable_python .venv/bin/python; }; then
    say 'Ik maak een eigen Python-omgeving in .venv'
    "$PYTHON" -m venv --clear .venv || fail 'De Python-omgeving in .venv kan niet worden gemaakt. Hierboven staat waarom.'
  fi
  wanted=$(digest "$list")
  if [ -f "$stamp" ] && [ "$(<"$stamp")" = "$wanted" ]; then
    return
  fi
  say "Ik download en installeer de onderdelen uit $list. Dat duurt een paar minuten."
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
    --requirement "$list" </dev/null ||
    fail "Niet alle onderdelen uit $list zijn gedownload en geïnstalleerd. Hierboven staat waarom." \
      'Is er verbinding met internet, en gaat die soms via een proxy? Start dit script daarna opnieuw:' \
      'wat al gelukt is, wordt niet opnieuw gedaan.'
  printf '%s\n' "$wanted" >"$stamp"
}

# A service sees no home directory (ProtectHome), and a .venv made earlier may rest on a Python in one.
refuse_python_in_a_home() {
  local python
  python=$(readlink -m .venv/bin/python)
  case $python in
    /root/* | /home/*)
      fail "De Python-omgeving in .venv gebruikt een Python in een thuismap: $python" \
        'De gebruiker van de dienst kan daar niet bij. Haal de map .venv weg en start dit script opnieuw.' ;;
  esac
}

# Lets every user read the project, whatever the umask was when it was put here; settings and data stay as they are.
open_to_readers() {
  find . \( -path ./.env -o -path ./var -o -path ./.git \) -prune -o ! -type l -exec chmod go+rX {} + ||
    fail 'Niet elk bestand van het project is leesbaar te maken voor de dienst. Hierboven staat waarom.'
}
