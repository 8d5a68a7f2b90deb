#pragma once

// Debian 12 packages Catch2 2.13, Ubuntu 24.04 packages Catch2 3: tests include this and work with both.
#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
