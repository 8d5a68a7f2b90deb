# What `cmake --install` puts where, and the Debian packages that `cpack -G DEB` makes of it: quizlint holds the program,
# its manual and completions; libquizlint-dev the library.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(QUIZLINT_PAGES ${CMAKE_BINARY_DIR}/pages)
set(QUIZLINT_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/quizlint)

# The program writes its own manual and completions.
file(MAKE_DIRECTORY ${QUIZLINT_PAGES})
add_custom_command(
  OUTPUT ${QUIZLINT_PAGES}/quizlint.1 ${QUIZLINT_PAGES}/quizlint.bash ${QUIZLINT_PAGES}/_quizlint ${QUIZLINT_PAGES}/quizlint.fish
  COMMAND quizlint manual > ${QUIZLINT_PAGES}/quizlint.1
  COMMAND quizlint completion bash > ${QUIZLINT_PAGES}/quizlint.bash
  COMMAND quizlint completion zsh > ${QUIZLINT_PAGES}/_quizlint
  COMMAND quizlint completion fish > ${QUIZLINT_PAGES}/quizlint.fish
  DEPENDS quizlint
  COMMENT "Writing the manual and completions"
  VERBATIM)
add_custom_target(pages ALL DEPENDS ${QUIZLINT_PAGES}/quizlint.1)

install(TARGETS quizlint RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(FILES ${QUIZLINT_PAGES}/quizlint.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${QUIZLINT_PAGES}/quizlint.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME quizlint COMPONENT program)
install(FILES ${QUIZLINT_PAGES}/_quizlint DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
install(FILES ${QUIZLINT_PAGES}/quizlint.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
        COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/tools/schema/quizlint.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/quizlint
        COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright COMPONENT program)

set_target_properties(quizlint-core PROPERTIES EXPORT_NAME quizlint OUTPUT_NAME quizlint)
install(TARGETS quizlint-core EXPORT quizlint ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/tools/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library)
install(EXPORT quizlint NAMESPACE quizlint:: FILE quizlintTargets.cmake DESTINATION ${QUIZLINT_CMAKE_DIR}
        COMPONENT library)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/quizlintConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES tools/cmake/quizlintConfig.cmake tools/cmake/Dependencies.cmake
              ${CMAKE_BINARY_DIR}/quizlintConfigVersion.cmake
        DESTINATION ${QUIZLINT_CMAKE_DIR} COMPONENT library)

set(CPACK_PACKAGE_CONTACT "The quizlint maintainers <quizlint@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "Reads files of questions and answers in whatever way people have written them down,
 and reports unanswered questions, typos, duplicates and stray text.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME quizlint)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS git)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libquizlint-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS
    "pkg-config, libmd4c-dev, libre2-dev, libyaml-cpp-dev, libhunspell-dev, libutf8proc-dev, nlohmann-json3-dev, libfmt-dev, libcli11-dev, libxxhash-dev, libpugixml-dev, libstemmer-dev")
include(CPack)
