# find_package(quizlint): the target quizlint::quizlint. The library is static, so what it stands on must be there too.
include(${CMAKE_CURRENT_LIST_DIR}/Dependencies.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/quizlintTargets.cmake)
