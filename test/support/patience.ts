// Tests with real servers share two cores with those servers; a slow machine must not look like a defect.
jest.setTimeout(60_000)
