get(sqlite_patches s/sqlite3/sqlite3_3.40.1-2+deb12u2.debian.tar.xz
  0843bc12e4364076477935ce313a6d0796fd899a989ff18ebb6545540e10e4ca)
set(patches ${sqlite_patches_SOURCE}/patches)
get(sqlite s/sqlite3/sqlite3_3.40.1.orig.tar.xz
  aaa776260ab4dc976db34aa7891819484c8676b5b2783123ebc6301e2ca5d655
  PATCH_COMMAND sed "s|^|${patches}/|" ${patches}/series | xargs -n1 patch -s -p1 -i)

set(recover ${sqlite_SOURCE}/ext/recover)
add_custom_command(OUTPUT ${sqlite_SOURCE}/sqlite3.c ${sqlite_SOURCE}/sqlite3.h
  COMMAND ./configure -q --disable-shared
  COMMAND make -s sqlite3.c
  WORKING_DIRECTORY ${sqlite_SOURCE})
add_library(mvr_sqlite3 STATIC
  ${sqlite_SOURCE}/sqlite3.c ${recover}/sqlite3recover.c ${recover}/dbdata.c)
target_include_directories(mvr_sqlite3 PRIVATE ${sqlite_SOURCE})
# On Windows it marks a function for export, and what is linked with it would show that.
set_property(SOURCE ${recover}/dbdata.c PROPERTY COMPILE_OPTIONS "-D__declspec(x)=" -w)
# SQLITE_OMIT_LOAD_EXTENSION is not among them: Debian's SQLiteCpp calls what it leaves out, and loading
# is off anyway unless a program switches it on.
target_compile_definitions(mvr_sqlite3 PRIVATE
  SQLITE_CORE # the extension calls SQLite by name, not through a loader's table
  SQLITE_ENABLE_DBPAGE_VTAB # the recovery extension reads broken files through it
  SQLITE_ENABLE_COLUMN_METADATA # SQLiteCpp's columns know their origin
  SQLITE_SECURE_DELETE SQLITE_DQS=0 SQLITE_THREADSAFE=1 SQLITE_DEFAULT_MEMSTATUS=0)
foreach(name fdatasync usleep gmtime_r localtime_r strerror_r posix_fallocate pread64)
  string(TOUPPER HAVE_${name} have)
  check_function_exists(${name} ${have})
  if(${have})
    string(REPLACE HAVE_PREAD64 USE_PREAD64 definition ${have})
    target_compile_definitions(mvr_sqlite3 PRIVATE ${definition}=1)
  endif()
endforeach()
install(TARGETS mvr_sqlite3 ARCHIVE DESTINATION lib)
install(FILES ${sqlite_SOURCE}/sqlite3.h ${sqlite_SOURCE}/src/sqlite3ext.h ${recover}/sqlite3recover.h
  DESTINATION include)
