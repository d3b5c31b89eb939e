rootProject.name = "firmware"
