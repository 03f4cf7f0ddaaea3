# What script/test needs besides Python: Chromium, pdftotext, PostgreSQL, Java, LibreOffice, a Dutch speller, the linter of
# stylesheets.
# Source it after common.sh.
# shellcheck shell=bash

has_chromium() { command -v chromium >/dev/null; }
has_pdftotext() { command -v pdftotext >/dev/null; }
has_java() { java -version >/dev/null 2>&1; }
has_libreoffice() { command -v soffice >/dev/null; }
has_libatomic() { compgen -G '/usr/lib/*/libatomic.so.1*' >/dev/null; }
has_speller() { grep -q nl_NL <<<"$(hunspell -D 2>&1 </dev/null)"; }
has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; }

CREATECLUSTER=/etc/postgresql-common/createcluster.conf
restore_createcluster() { as_root mv "$CREATECLUSTER.before-regiostaf" "$CREATECLUSTER"; }

# Installs PostgreSQL's programs without the cluster that Debian makes and starts with them: nothing is left running here.
# A cluster that somebody made before stays as it is.
install_postgres() {
  apt_install postgresql-common
  as_root cp --preserve "$CREATECLUSTER" "$CREATECLUSTER.before-regiostaf"
  trap restore_createcluster EXIT
  as_root sh -c "echo 'create_main_cluster = false' >>'$CREATECLUSTER'"
  apt_install postgresql
  trap - EXIT
  restore_createcluster
}

# Brings stylelint in .venv in line with its lock file; does nothing when it already is. Node.js and npm come with
# requirements/test.txt, because those of Debian 12 and Ubuntu 24.04 are too old for it.
install_stylelint() {
  local folder=.venv/stylelint wanted
  wanted=$(digest requirements/stylelint/package-lock.json .venv/installed-test)
  if [ -f "$folder/installed" ] && [ "$(<"$folder/installed")" = "$wanted" ]; then
    return
  fi
  say 'Ik download en installeer de controle van de stijlbladen (stylelint).'
  rm -rf "$folder"
  mkdir "$folder"
  cp requirements/stylelint/package.json requirements/stylelint/package-lock.json "$folder"
  (cd "$folder" && ../bin/npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >/dev/null) ||
    fail 'De controle van de stijlbladen is niet gedownload en geïnstalleerd. Hierboven staat waarom.' \
      'Is er verbinding met internet? Start dit script daarna opnieuw.'
  printf '%s\n' "$wanted" >"$folder/installed"
}

stylelint() { .venv/bin/node .venv/stylelint/node_modules/stylelint/bin/stylelint.mjs "$@"; }

# Installs Chromium and what Playwright needs to drive it, or fails and says what to do.
prepare_chromium() {
  if ! has_chromium; then
    if grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; then
      fail 'Chromium ontbreekt. Op Ubuntu is dat een snap, en die kunnen de tests niet starten.' \
        'Alle tests draaien op Debian 12; script/test quick draait ook op Ubuntu 24.04.'
    fi
    apt_install chromium
  fi
  # Playwright's driver is a Node.js that needs it.
  has_libatomic || apt_install libatomic1
}

# Installs what is missing of these, or fails and says what to do.
prepare_test_tools() {
  prepare_chromium
  has_pdftotext || apt_install poppler-utils
  has_java || apt_install default-jre-headless
  # Without its windows; the same package in Debian 12 and Ubuntu 24.04.
  has_libreoffice || apt_install libreoffice-writer-nogui
  has_speller || apt_install hunspell hunspell-nl
  has_postgres || install_postgres
}
