/* The words of IMDF 1.0.0 (OGC 20-094), by feature type. */

export const featureTypes = [
  'address',
  'venue',
  'building',
  'footprint',
  'level',
  'unit',
  'opening',
  'amenity',
  'anchor',
  'occupant',
  'section',
  'fixture',
  'kiosk',
  'detail',
  'geofence',
  'relationship',
] as const;
export type FeatureType = (typeof featureTypes)[number];

export const imdfVersion = '1.0.0';
export const hospitalExtension = 'imdf:extension:lobby:hospital#1.0.0';

const restrooms = [
  'restroom',
  ...['family', 'female', 'male', 'transgender', 'unisex', 'wheelchair'].map((kind) => `restroom.${kind}`),
  ...['female', 'male', 'transgender', 'unisex'].map((kind) => `restroom.${kind}.wheelchair`),
];

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Categories of the types that have a closed list. Words before a dot stand for all that continue them: `parking.ev`. */
export const categories: Readonly<Partial<Record<FeatureType, readonly string[]>>> = {
  venue: list(`airport aquarium businesscampus casino communitycenter conventioncenter governmentfacility
    healthcarefacility hotel museum parkingfacility resort retailstore shoppingcenter stadium stripmall theater themepark
    trainstation transitstation university`),
  building: list('parking transit unspecified'),
  footprint: list('aerial ground subterranean'),
  level: list('arrivals departures parking transit unspecified'),
  unit: [
    ...restrooms,
    ...list(`auditorium brick classroom column concrete conferenceroom drywall elevator escalator fieldofplay firstaid
      fitnessroom foodservice footbridge glass huddleroom kitchen laboratory library lobby lounge mailroom mothersroom
      movietheater movingwalkway nonpublic office opentobelow parking phoneroom platform privatelounge ramp recreation road
      room serverroom shower smokingarea stairs steps storage structure terrace theater unenclosedarea unspecified
      vegetation waitingroom walkway wood`),
  ],
  opening: list('automobile bicycle emergencyexit pedestrian service'),
  amenity: [
    ...restrooms,
    ...list(`amphitheater animalreliefarea arrivalgate atm babychanging baggagecarousel baggagecarts baggageclaim
      baggagerecheck baggagestorage boardinggate bus businesscenter cabin caregiver carrental cashier changemachine checkin
      childplayarea coinlocker copymachine defibrillator drinkingfountain eatingdrinking elevator emergencyshelter entry
      escalator exhibit faregate fieldofplay firealarmpullstation fireextinguisher firstaid fittingroom foodservice gatearea
      groundtransportation guestservices handsanitizerstation healthscreening hoteling immigration information landmark
      library limo lostandfound mailbox meditation meetingpoint mobilityrescue mothersroom movingwalkway paidarea
      parkandride parking payphone pedestriancrossing peoplemover phone photobooth platform police powerchargingstation
      prayerroom privatelounge productreturn rail ramp reception recreation rideshare seat seating security service shower
      shuttle sleepbox smokingarea stairs storage strollerrental studentadmissions studentservices swimmingpool taxi
      ticketing traintrack transit unspecified valet vendingmachine wheelchairassist wifi yoga`),
  ],
  section:
    list(`arcade baggageclaim carrental checkin concessions cubicle dutyfree eatingdrinking entertainmentarea exhibit
    exhibition gambling gatearea immigration information paidarea parkandride parking platform postsecurity presecurity
    private recomposearea recreation rental retail retaildepartment road seating seatingrow security servicearea ticketing
    vegetation walkway`),
  fixture: list(`baggagecarousel boardinggate checkin desk equipment furniture immigration inspection obstruction
    securityequipment stage vegetation wall`),
  geofence: list('concourse geofence paidarea platform postsecurity presecurity terminal underconstruction'),
  relationship: list('elevator escalator movingwalkway ramp stairs traversal'),
};

/** Of the 800 kinds of occupants, those of a hospital: a word that is nearly one of these was meant as it. */
export const occupantsOfAHospital = list(`acupuncture alternativemedicine auditory blooddonation cardiology clinic
  dentistry dermatology diagnosticimaging diagnosticservices dialysis earnosethroat emergencymedicine familymedicine
  gastroenterology healthcare hospital internalmedicine laboratorytesting obgyn occupationaltherapy opthamalogy
  orthopedics painmanagement pathology pediatrics pharmacy physicaltherapy physician preventivemedicine psychiatry
  pulmonology radiology surgeon traditionalchinesemedicine tuina urgentcare vascularmedicine walkinclinic`);

export const restrictions = ['employeesonly', 'restricted'] as const;
