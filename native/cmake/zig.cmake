# A toolchain for CMake: zig as the compiler for another system, or for an older glibc than this machine's.
# MALLOC_VR_TARGET names what is built for, MALLOC_VR_ZIG_TARGET what zig calls it, with the oldest version of it,
# MALLOC_VR_LIBRARIES the folder where native/cmake/libraries was installed for it, MALLOC_VR_ZIG_TOOLS the folder with the
# programs <tool>-<zig's target>.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES
  MALLOC_VR_TARGET MALLOC_VR_ZIG_TARGET MALLOC_VR_LIBRARIES MALLOC_VR_ZIG_TOOLS)
if(MALLOC_VR_TARGET STREQUAL "linux-x64")
  set(CMAKE_SYSTEM_NAME Linux)
  set(CMAKE_SYSTEM_PROCESSOR x86_64)
elseif(MALLOC_VR_TARGET STREQUAL "windows-x64")
  set(CMAKE_SYSTEM_NAME Windows)
  set(CMAKE_SYSTEM_PROCESSOR AMD64)
elseif(MALLOC_VR_TARGET MATCHES "^macos-(arm64|x64)$")
  string(REPLACE "x64" "x86_64" CMAKE_SYSTEM_PROCESSOR ${CMAKE_MATCH_1})
  set(CMAKE_SYSTEM_NAME Darwin)
  string(REGEX MATCH "[0-9]+.[0-9]+$" CMAKE_OSX_DEPLOYMENT_TARGET ${MALLOC_VR_ZIG_TARGET})
else()
  message(FATAL_ERROR "MALLOC_VR_TARGET is '${MALLOC_VR_TARGET}'; there are linux-x64, windows-x64, macos-arm64 and "
    "macos-x64.")
endif()
set(CMAKE_C_COMPILER ${MALLOC_VR_ZIG_TOOLS}/cc-${MALLOC_VR_ZIG_TARGET})
set(CMAKE_CXX_COMPILER ${MALLOC_VR_ZIG_TOOLS}/c++-${MALLOC_VR_ZIG_TARGET})
foreach(tool ar ranlib rc)
  string(TOUPPER CMAKE_${tool} variable)
  string(REPLACE CMAKE_RC CMAKE_RC_COMPILER variable ${variable})
  set(${variable} ${MALLOC_VR_ZIG_TOOLS}/${tool}-any CACHE FILEPATH "")
endforeach()
# Where nothing optimises, zig makes undefined behaviour a trap that names no place.
set(CMAKE_C_FLAGS_INIT -fno-sanitize=undefined)
set(CMAKE_CXX_FLAGS_INIT -fno-sanitize=undefined)
set(CMAKE_FIND_ROOT_PATH ${MALLOC_VR_LIBRARIES})
foreach(kind LIBRARY INCLUDE PACKAGE)
  set(CMAKE_FIND_ROOT_PATH_MODE_${kind} ONLY)
endforeach()
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
