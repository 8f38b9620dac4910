get(sqlitecpp s/sqlitecpp/sqlitecpp_3.2.1.orig.tar.gz
  70c67d5680c47460f82a7abf8e6b0329bf2fb10795a982a6d8abc06adb42d693)
file(GLOB sources ${sqlitecpp_SOURCE}/src/*.cpp)
add_library(SQLiteCpp STATIC ${sources})
add_dependencies(SQLiteCpp mvr_sqlite3)
target_include_directories(SQLiteCpp PRIVATE ${sqlitecpp_SOURCE}/include ${sqlite_SOURCE})
target_compile_definitions(SQLiteCpp PRIVATE SQLITE_ENABLE_COLUMN_METADATA)
install(TARGETS SQLiteCpp ARCHIVE DESTINATION lib)
install(DIRECTORY ${sqlitecpp_SOURCE}/include/SQLiteCpp DESTINATION include)
