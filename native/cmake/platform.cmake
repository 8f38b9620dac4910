# What the build decides by the system and the compiler that it builds for. No other CMakeLists.txt asks for them or
# names a flag of a compiler or a linker (scripts/check_layers), so a new target gives its answers here.
include(CheckLinkerFlag)

if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  set(MALLOC_VR_SYSTEM linux)
elseif(CMAKE_SYSTEM_NAME STREQUAL "Darwin")
  set(MALLOC_VR_SYSTEM macos)
elseif(CMAKE_SYSTEM_NAME STREQUAL "Windows")
  set(MALLOC_VR_SYSTEM windows)
else()
  message(FATAL_ERROR "CMAKE_SYSTEM_NAME is '${CMAKE_SYSTEM_NAME}'; the build knows Linux, Darwin and Windows. "
    "What it must know of a system stands in native/cmake/platform.cmake.")
endif()
set(MALLOC_VR_PLATFORM_FOLDER ${CMAKE_CURRENT_LIST_DIR})

# mvr_wheel_names(<abi> <tag variable> <suffix variable>): how a wheel for the CPython <abi> (cp311) names this
# platform, and what that CPython wants a module's file name to end in.
function(mvr_wheel_names abi tag_variable suffix_variable)
  string(TOLOWER "${MALLOC_VR_SYSTEM}-${CMAKE_SYSTEM_PROCESSOR}" platform)
  string(REPLACE "cp" "cpython-" soabi ${abi})
  if(platform STREQUAL "linux-x86_64")
    set(tag linux_x86_64)
    set(suffix .${soabi}-x86_64-linux-gnu.so)
  elseif(platform MATCHES "^macos-(arm64|x86_64)$")
    set(machine ${CMAKE_MATCH_1})
    if(NOT CMAKE_OSX_DEPLOYMENT_TARGET)
      message(FATAL_ERROR "A wheel for macOS names the oldest macOS that it runs on: "
        "set CMAKE_OSX_DEPLOYMENT_TARGET, for example to 11.0.")
    endif()
    string(REPLACE "." "_" oldest ${CMAKE_OSX_DEPLOYMENT_TARGET})
    set(tag macosx_${oldest}_${machine})
    set(suffix .${soabi}-darwin.so)
  elseif(platform MATCHES "^windows-(amd64|x86_64)$")
    set(tag win_amd64)
    set(suffix .${abi}-win_amd64.pyd)
  else()
    message(FATAL_ERROR "No wheel is known for '${platform}': name its tag and suffix in mvr_wheel_names().")
  endif()
  set(${tag_variable} ${abi}-${abi}-${tag} PARENT_SCOPE)
  set(${suffix_variable} ${suffix} PARENT_SCOPE)
endfunction()

# mvr_system_sources(<variable> <name>…): the file <name>_posix.cpp or <name>_windows.cpp of each name.
function(mvr_system_sources variable)
  set(kind posix)
  if(MALLOC_VR_SYSTEM STREQUAL "windows")
    set(kind windows)
  endif()
  set(sources ${ARGN})
  list(TRANSFORM sources APPEND _${kind}.cpp)
  set(missing)
  foreach(source ${sources})
    if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${source})
      list(APPEND missing ${CMAKE_CURRENT_SOURCE_DIR}/${source})
    endif()
  endforeach()
  if(missing)
    list(JOIN missing "\n  " missing)
    message(FATAL_ERROR "This system (${MALLOC_VR_SYSTEM}) needs files that are not written yet:\n  ${missing}")
  endif()
  set(${variable} ${sources} PARENT_SCOPE)
endfunction()

# mvr_leave_out_other_systems(<variable>): of a list of sources, those that are this system's or no system's.
function(mvr_leave_out_other_systems variable)
  set(others windows)
  if(MALLOC_VR_SYSTEM STREQUAL "windows")
    set(others posix)
  endif()
  list(FILTER ${variable} EXCLUDE REGEX "_${others}(_test)?\\.cpp$")
  set(${variable} ${${variable}} PARENT_SCOPE)
endfunction()

# mvr_python_module(<target> <import library>): a module of CPython, from which only its PyInit can be seen: a process
# may hold other copies of the libraries that are linked in. The import library is Windows' alone; elsewhere
# the names of CPython are found when the module is loaded.
function(mvr_python_module target import_library)
  if(MALLOC_VR_SYSTEM STREQUAL "linux")
    set(map ${MALLOC_VR_PLATFORM_FOLDER}/exports.map)
    # Spelled -Wl, not LINKER: of CMake, whose -Xlinker zig's driver does not read.
    target_link_options(${target} PRIVATE -Wl,--version-script=${map})
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${map})
    # The map is enough; where the linker can, nothing of an archive is even a candidate.
    check_linker_flag(CXX -Wl,--exclude-libs,ALL MALLOC_VR_HAS_EXCLUDE_LIBS)
    if(MALLOC_VR_HAS_EXCLUDE_LIBS)
      target_link_options(${target} PRIVATE -Wl,--exclude-libs,ALL)
    endif()
  elseif(MALLOC_VR_SYSTEM STREQUAL "macos" AND MALLOC_VR_ZIG_TOOLS)
    set(script ${MALLOC_VR_PLATFORM_FOLDER}/macos_link.sh)
    set(CMAKE_CXX_CREATE_SHARED_MODULE
      "${script} <CMAKE_CXX_COMPILER> ${CMAKE_SYSTEM_PROCESSOR} ${CMAKE_OSX_DEPLOYMENT_TARGET} <TARGET> <OBJECTS> <LINK_LIBRARIES>" PARENT_SCOPE)
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${script})
  elseif(MALLOC_VR_SYSTEM STREQUAL "macos")
    target_link_options(${target} PRIVATE -Wl,-exported_symbol,_PyInit_* -Wl,-undefined,dynamic_lookup)
  elseif(EXISTS "${import_library}")
    # What is not marked for export stays in, and PyInit alone is.
    target_link_libraries(${target} PRIVATE ${import_library})
    target_link_options(${target} PRIVATE -s)
  else()
    message(FATAL_ERROR "A module for Windows is linked with CPython's import library, and '${import_library}' "
      "is none: set MALLOC_VR_PYTHON_LIBRARY to the file python3XX.lib.")
  endif()
endfunction()

# mvr_system_libraries(<target>): what the interface to the operating system calls, for <target> and what is linked with it.
function(mvr_system_libraries target)
  if(MALLOC_VR_SYSTEM STREQUAL "windows")
    target_link_libraries(${target} PUBLIC advapi32 bcrypt mswsock ws2_32)
    target_compile_definitions(${target} PUBLIC
      WIN32_LEAN_AND_MEAN NOMINMAX SODIUM_STATIC SPDLOG_WCHAR_FILENAMES)
  endif()
endfunction()

# The rest asks the compiler.
function(mvr_need_gnu_options)
  if(MSVC OR NOT CMAKE_CXX_COMPILER_ID MATCHES "^(GNU|Clang|AppleClang)$")
    message(FATAL_ERROR "The build has options for GCC and Clang, not for ${CMAKE_CXX_COMPILER_ID}: "
      "give it those of ${CMAKE_CXX_COMPILER} in native/cmake/platform.cmake.")
  endif()
endfunction()

# mvr_warnings(<as errors>): what is compiled in this folder and below is warned of.
function(mvr_warnings as_errors)
  mvr_need_gnu_options()
  add_compile_options(-Wall -Wextra -Wconversion)
  if(NOT CMAKE_UNITY_BUILD) # where a file's own names stand beside those of seven others
    add_compile_options(-Wshadow)
  endif()
  if(as_errors)
    add_compile_options(-Werror)
  endif()
endfunction()

# mvr_hide_folders(): what is shipped says nothing of the folders that it was compiled in, so that its bytes are the same
# wherever that is. Boost's errors carry the names of its headers and, in its functions' names, the places of our lambdas;
# zig adds debug information unless it is switched off.
function(mvr_hide_folders)
  if(MALLOC_VR_ZIG_TOOLS)
    add_compile_options(-g0)
    file(RELATIVE_PATH up ${CMAKE_BINARY_DIR} ${PROJECT_SOURCE_DIR}) # as ccache has it
    foreach(folder ${MALLOC_VR_LIBRARIES} ${PROJECT_SOURCE_DIR} ${up})
      add_compile_options(-fmacro-prefix-map=${folder}/=)
    endforeach()
  endif()
endfunction()

# mvr_sanitize(<kinds>): what is built in this folder and below is watched while it runs.
function(mvr_sanitize kinds)
  mvr_need_gnu_options()
  add_compile_options(-fsanitize=${kinds} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${kinds})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 is wrong about <regex> and <optional> under sanitizers: that one warning is off there.
    add_compile_options(-Wno-maybe-uninitialized)
    if(kinds STREQUAL "thread")
      # Asio fences beside its locks; the sanitizer sees the locks, which is enough.
      add_compile_options(-Wno-tsan)
    endif()
  endif()
endfunction()

# mvr_unoptimized(): what is compiled in this folder needs no speed, and compiles four times as fast.
function(mvr_unoptimized)
  mvr_need_gnu_options()
  add_compile_options(-O0)
endfunction()

# mvr_false_warning_of_gcc(<warning> <source>…): a warning that g++ 12 gives wrongly for these files of this folder.
function(mvr_false_warning_of_gcc warning)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS -Wno-${warning})
  endif()
endfunction()
