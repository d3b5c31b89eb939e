// SDK 6: the same sources, resources and options as module.ivy builds with SDK 5. Not run here, see docs/board.md.
plugins {
    id("com.microej.gradle.application") version "1.1.0"
}

group = "space.opensensor"
version = "0.1.0"

sourceSets {
    main {
        java.setSrcDirs(listOf("../src/main/java"))
        resources.setSrcDirs(listOf("../resources"))
    }
    test {
        java.setSrcDirs(listOf("../src/test/java"))
        resources.setSrcDirs(listOf("../src/test/resources"))
    }
}

microej {
    applicationEntryPoint = "space.opensensor.device.Main"
    skippedCheckers = "nullanalysis"
}

dependencies {
    implementation("ej.api:edc:1.3.5")
    implementation("ej.api:bon:1.4.0")
    implementation("ej.api:net:1.1.1")
    implementation("ej.api:ssl:2.2.1")
    implementation("ej.api:security:1.6.0")
    implementation("ej.api:fs:2.1.1")
    implementation("ej.api:ecom-network:2.1.0")
    implementation("ej.api:ecom-wifi:2.2.1")
    implementation("ej.api:sni:1.3.1")
    implementation("com.microej.api:esp_idf:1.1.0")

    // The folder of a VEE Port that SDK 6 can use: -PveePort=/path/to/ESP32S3DevKitC1-Platform-GNUv112_xtensa-esp32s3-2.5.0/source
    microejVee(files(providers.gradleProperty("veePort").getOrElse("vee-port")))
}

testing {
    suites {
        val test by getting(JvmTestSuite::class) {
            microej.useMicroejTestEngine(this)
            dependencies {
                implementation(project())
                implementation("ej.api:edc:1.3.5")
                implementation("ej.library.test:junit:1.12.0")
            }
        }
    }
}
