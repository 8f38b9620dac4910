# libsodium's own build asks a shell what the system has; these are its answers for the targets of zig.cmake.
get(sodium_patches libs/libsodium/libsodium_1.0.18-1+deb12u1.debian.tar.xz
  f410474e46346b06b162defa05b1be26906aeed6cf309e3d4ebe30b4d1350733)
set(patches ${sodium_patches_SOURCE}/patches)
get(sodium libs/libsodium/libsodium_1.0.18.orig.tar.gz
  d59323c6b712a1519a5daf710b68f5e7fde57040845ffec53850911f10a5d4f4
  PATCH_COMMAND sed "s|^|${patches}/|" ${patches}/series | xargs -n1 patch -s -p1 -i
    && cp builds/msvc/version.h src/libsodium/include/sodium/version.h)

set(sodium ${sodium_SOURCE}/src/libsodium)
file(GLOB_RECURSE sodium_c ${sodium}/*.c)
add_library(sodium STATIC ${sodium_c})
target_include_directories(sodium PRIVATE ${sodium}/include ${sodium}/include/sodium)
target_compile_options(sodium PRIVATE -w)
target_compile_definitions(sodium PRIVATE CONFIGURED=1 SODIUM_STATIC NATIVE_LITTLE_ENDIAN=1 HAVE_TI_MODE=1
  HAVE_C_VARARRAYS=1 HAVE_ATOMIC_OPS=1 HAVE_RAISE=1 HAVE_WEAK_SYMBOLS=0 _GNU_SOURCE=1)
if(WIN32)
  target_compile_definitions(sodium PRIVATE _WIN32_WINNT=0x0A00)
else()
  target_compile_definitions(sodium PRIVATE HAVE_MMAP=1 HAVE_MPROTECT=1 HAVE_MLOCK=1 HAVE_MADVISE=1
    HAVE_SYS_MMAN_H=1 HAVE_POSIX_MEMALIGN=1 HAVE_GETPID=1 HAVE_NANOSLEEP=1 HAVE_PTHREAD=1 HAVE_CATCHABLE_SEGV=1)
endif()
if(APPLE)
  target_compile_definitions(sodium PRIVATE HAVE_MEMSET_S=1 HAVE_ARC4RANDOM=1 HAVE_ARC4RANDOM_BUF=1)
elseif(UNIX)
  target_compile_definitions(sodium PRIVATE HAVE_EXPLICIT_BZERO=1 HAVE_GETRANDOM=1
    HAVE_LINUX_COMPATIBLE_GETRANDOM=1 HAVE_SYS_RANDOM_H=1)
endif()
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  # It asks the processor before it calls one of these.
  foreach(header MM EMM PMM TMM SMM AVX AVX2 WMM)
    target_compile_definitions(sodium PRIVATE HAVE_${header}INTRIN_H=1)
  endforeach()
  target_compile_definitions(sodium PRIVATE HAVE_CPUID=1)
  set(ssse3 -mssse3)
  set(sse41 -msse4.1)
  set(avx2 -mavx2)
  set(dolbeau -mavx2)
  set(aesni -maes -mpclmul -mavx)
  foreach(word ssse3 sse41 avx2 dolbeau aesni)
    set(files ${sodium_c})
    list(FILTER files INCLUDE REGEX ${word})
    set_property(SOURCE ${files} APPEND PROPERTY COMPILE_OPTIONS ${${word}})
  endforeach()
endif()
install(TARGETS sodium ARCHIVE DESTINATION lib)
install(DIRECTORY ${sodium}/include/ DESTINATION include FILES_MATCHING PATTERN "*.h" PATTERN private EXCLUDE)
