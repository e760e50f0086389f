# Run by the build: cmake -DWEB= -DOUT= -DNPM= -DNODE= -P build_web.cmake. The packages lie in
# web/node_modules and serve every build folder, so one build at a time may install them.
file(LOCK ${WEB}/.npm.lock GUARD PROCESS TIMEOUT 600)
file(SHA256 ${WEB}/package-lock.json wanted)
set(stamp ${WEB}/node_modules/.installed)
set(installed "")
if(EXISTS ${stamp})
  file(READ ${stamp} installed)
endif()
if(NOT installed STREQUAL wanted)
  execute_process(COMMAND ${NPM} ci --no-audit --no-fund --loglevel=error
                  WORKING_DIRECTORY ${WEB} RESULT_VARIABLE failed OUTPUT_QUIET)
  if(failed)
    message(FATAL_ERROR "npm could not install the packages of web/package-lock.json. Is the npm "
                        "registry reachable? -DUMIKOE_WEB=OFF builds a program without pages.")
  endif()
  file(WRITE ${stamp} ${wanted})
endif()
execute_process(COMMAND ${NODE} node_modules/vite/bin/vite.js build --logLevel warn --emptyOutDir
                        --outDir ${OUT}/dist
                WORKING_DIRECTORY ${WEB} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${NODE} tools/finish_build.mjs ${OUT}/dist
                WORKING_DIRECTORY ${WEB} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${NODE} tools/embed_assets.mjs ${OUT}/dist ${OUT}
                WORKING_DIRECTORY ${WEB} COMMAND_ERROR_IS_FATAL ANY)
