# One alias a dependency, quizlint::NAME, so that Debian 12 and Ubuntu 24.04 both build: packages there differ in
# whether they ship a CMake configuration or a pkg-config file.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

# An archive that stands alone is linked rather than the shared library: each of those costs a start 40 µs. A package
# that needs others behind it (re2 on Ubuntu 24.04 needs Abseil) or that ships no archive (fmt and md4c) stays shared,
# and the global property QUIZLINT_SHARED names it.
option(QUIZLINT_ARCHIVES "Link archives of libraries where the system has them" ON)

function(quizlint_pkg name module)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${module})
  add_library(quizlint::${name} ALIAS PkgConfig::${name})
  list(LENGTH ${name}_STATIC_LIBRARIES libraries)
  if(QUIZLINT_ARCHIVES AND libraries EQUAL 1)
    find_library(${name}_ARCHIVE lib${${name}_STATIC_LIBRARIES}.a HINTS ${${name}_LIBRARY_DIRS})
    mark_as_advanced(${name}_ARCHIVE)
  endif()
  if(${name}_ARCHIVE)
    set_target_properties(PkgConfig::${name} PROPERTIES INTERFACE_LINK_LIBRARIES ${${name}_ARCHIVE})
  elseif(libraries GREATER 0)
    set_property(GLOBAL APPEND PROPERTY QUIZLINT_SHARED ${name})
  endif()
endfunction()

function(quizlint_package name package target)
  find_package(${package} REQUIRED GLOBAL)
  add_library(quizlint::${name} INTERFACE IMPORTED GLOBAL)
  target_link_libraries(quizlint::${name} INTERFACE ${target})
endfunction()

quizlint_pkg(md4c md4c)
quizlint_pkg(re2 re2)
quizlint_pkg(hunspell hunspell)
quizlint_pkg(utf8proc libutf8proc)
quizlint_pkg(yaml yaml-cpp)
quizlint_pkg(pugixml pugixml)
quizlint_pkg(json nlohmann_json)
quizlint_pkg(fmt fmt)
quizlint_pkg(cli11 CLI11)
quizlint_pkg(xxhash libxxhash)

# Snowball has neither a CMake nor a pkg-config file.
if(QUIZLINT_ARCHIVES)
  find_library(STEMMER_LIBRARY libstemmer.a)
endif()
find_library(STEMMER_LIBRARY stemmer REQUIRED)
find_path(STEMMER_INCLUDE libstemmer.h REQUIRED)
add_library(quizlint::stemmer INTERFACE IMPORTED GLOBAL)
target_link_libraries(quizlint::stemmer INTERFACE ${STEMMER_LIBRARY})
target_include_directories(quizlint::stemmer INTERFACE ${STEMMER_INCLUDE})
