"""What Unicode knows of characters."""

import bisect

import _unicodedata

unidata_version = "14.0.0"

_NONE = object()

_COMBINING = (
    "300+14:230 15:232 1+3:220 4:232 1:216 1+4:220 5+1:202 2+3:220 4+1:202 2+A:220 B+4:1 "
    "5+3:220 4+7:230 8:240 1:230 1+2:220 3+2:230 3+1:220 3+2:230 3+3:220 4:230 1:232 1+1:220 "
    "2:230 1:233 1+1:234 2:233 1+1:234 2:233 1+C:230 120+4:230 10E:220 1+3:230 4:220 1+2:230 "
    "3:222 1:220 1+5:230 6+5:220 6+1:230 2:220 1+1:230 2:222 1:228 1:230 1:10 1:11 1:12 1:13 "
    "1:14 1:15 1:16 1:17 1:18 1+1:19 2:20 1:21 1:22 2:23 2:24 1:25 2:230 1:220 2:18 49+7:230 "
    "8:30 1:31 1:32 31:27 1:28 1:29 1:30 1:31 1:32 1:33 1:34 1+1:230 2+1:220 2+4:230 5:220 "
    "1+1:230 2:220 11:35 66+6:230 9+3:230 4:220 1:230 3+1:230 3:220 1+1:230 2:220 24:36 1F:230 "
    "1:220 1+1:230 2:220 1+1:230 2+2:220 3:230 1+1:220 2:230 1:220 1+2:230 3:220 1:230 1:220 "
    "1:230 1:220 1:230 1:220 1+1:230 A2+6:230 7:220 1:230 A:220 19+3:230 5+8:230 A+2:230 "
    "4+4:230 30+2:220 3F:230 1+2:220 3+3:230 2E+4:230 5+4:220 5+D:230 F:220 1+1:230 2:220 "
    "1+1:230 2:220 1+2:230 3+2:220 3:27 1:28 1:29 1+2:230 3:220 1+1:230 2+1:220 2+4:230 41:7 "
    "11:9 4:230 1:220 1+1:230 69:7 11:9 31:230 3E:7 11:9 6F:7 11:9 6F:7 11:9 80:9 6F:7 11:9 "
    "8:84 1:91 66:7 11:9 6E+1:9 12:9 7D:9 6E+1:103 2:9 E+3:107 70+1:118 2:9 E+3:122 50+1:220 "
    "1D:220 2:220 2:216 38:129 1:130 2:132 6+3:130 6:130 2+1:230 2:9 2+1:230 40:220 71:7 2+1:9 "
    "54:220 2D0+2:230 3B7+1:9 20:9 9E:9 B:230 CC:228 90:222 1:230 1:220 DC:230 1:220 48:9 "
    "15+7:230 A:220 31+4:230 5+5:220 6+1:230 2:220 2+1:220 2+1:230 2+1:220 2+4:230 5:220 "
    "1+3:230 69:7 10:9 27:230 1:220 1+6:230 3D+1:9 3C:7 C+1:9 45:7 99+2:230 4:1 1+4:220 5+1:230 "
    "2+3:220 4:230 2+6:1 B:220 7:230 4+1:230 C8+1:230 2:220 1+6:230 7:220 1+1:230 2:234 1:214 "
    "1:220 1:202 1+24:230 25:232 1+1:228 2:220 1:218 1:230 1:233 1:220 1:230 1:220 2D1+1:230 "
    "2+1:1 2+3:230 4+2:1 3+1:230 6:230 4+1:1 2:230 1:220 1:230 1+1:1 2+3:220 4:230 BFF+2:230 "
    "90:9 61+1F:230 24A:218 1:228 1:232 1:222 1+1:224 6B+1:8 75D6:230 5+9:230 2A+1:230 52+1:230 "
    "116:9 26:9 98:9 1C+11:230 4B+2:220 28:9 60:7 D:9 F0:230 2+1:230 2:220 3+1:230 7+1:230 "
    "3:230 35:9 F7:9 4F31:26 302+6:230 7+6:220 7+1:230 3CF:220 E3:220 96+4:230 697:220 2:230 "
    "29:230 1:1 1:220 5:9 A6:230 1:220 23E+3:230 187+1:230 9B+1:220 2+2:230 3:220 1:230 1+3:220 "
    "35:230 1:220 1:230 1:220 C1:9 2A:9 F:9 3A:9 1:7 46+2:230 33+1:9 40:7 4D:9 A:7 6B:9 1:7 "
    "B3:7 1:9 51+1:7 12:9 19+6:230 A+4:230 D2:9 4:7 18:230 64:9 1:7 FC:9 1:7 7F:9 77:9 1:7 74:9 "
    "10E:9 1:7 103+1:9 6:7 9D:9 54:9 13:9 52:9 1A6:9 103:7 2+1:9 53:9 4D59+4:1 40+6:230 4C0+1:6 "
    "4CAE:1 14C7+1:216 2+2:1 6:226 1+4:216 D+7:220 A+4:230 5+1:220 20+3:230 98+2:230 DBE+6:230 "
    "8+10:230 13+6:230 8+1:230 3+4:230 10A+6:230 17E:230 3E+3:230 5E4+6:220 74+5:230 6:7 "
)

_WIDTHS = (
    "20+5E:Na 81:A 1+1:Na 2:A 1+1:Na 2+1:A 3:A 2:Na 1+1:A 2:Na 1+4:A 6+4:A 6+3:A A:A A:A 7+1:A "
    "7+3:A 8:A 2+2:A 4+1:A 4:A 2+1:A 5+3:A 5:A 2:A 3:A 10:A 2:A 8:A B+1:A 5:A 6+2:A 7:A 7+3:A "
    "5:A 4+3:A 5:A 5+1:A 14+1:A 5:A 63:A 2:A 2:A 2:A 2:A 2:A 2:A 2:A 75:A 10:A 63:A 3:A 2+2:A "
    "4:A 3:A 8+3:A 5:A 2:A 21+6F:A 78+1:F 8+3:F B:F 2:F 4+10:A 11:F 1+6:A E+10:A 12+6:A 3E:A "
    "F+3F:A 41:A DF:F 27+1:F 34+1:F 5:F 38+7:F 23+3:F A+A:F 119:F 3D+1:F 67+D:F 49+1:F 33+1:F "
    "11:F 1D+1:F 3:F C+4:F 24:F 3+5:F F2:F 9+1:F 4+1:F 18:F 8:F 2+2:F 7+1:F B+1:F 4+1:F 6+7:F "
    "9+3:F 6:F 6+1:F 1B+1:F 5:F 7+3:F 6+1:F 18:F 8:F 3:F 3:F 3+1:F 3:F 6+3:F 6+1:F 5+2:F 4+6:F "
    "B:F 2+6:F 18+9:F D:F A:F 4:F 17:F 8:F 3:F 6+1:F C:F 4:F 4+1:F 3+E:F 13+1:F E+6:F E:F 4:F "
    "9+1:F 4+1:F 18:F 8:F 3:F 6+1:F B+1:F 4+1:F 5+6:F A+3:F 6:F 6+1:F 14+9:F C:F 7+2:F 6:F "
    "5+2:F 5:F 2:F 3+2:F 5+2:F 6+2:F F+3:F 9+2:F 6:F 5+1:F 3+5:F 7+D:F 23+4:F 12:F 4:F 18:F "
    "11+1:F B:F 4:F 5+6:F 9:F 4+1:F 3+1:F 6+1:F C+6:F 1D:F 4:F 18:F B:F 6+1:F B:F 4:F 5+6:F "
    "9+5:F 8:F 5+1:F C:F 3+C:F 1A:F 4:F 34:F 4:F 7+3:F 14+1:F 1C:F 4:F 13+2:F 1B:F A:F 2+1:F "
    "9+2:F 4+3:F A:F 2:F 9+5:F 10+1:F 5+B:F 46+3:F 21+24:F 27:F 2:F 6:F 19:F 2:F 18+1:F 7:F 2:F "
    "7+1:F C+1:F 6+1F:F 68:F 25+3:F 2B:F 25:F 10:F E+24:F EB:F 2+4:F 6+1:F 32+5F:W 149:F 5+1:F "
    "9:F 2:F 5+1:F 2B:F 5+1:F 23:F 5+1:F 9:F 2:F 5+1:F 11:F 3A:F 5+1:F 45+1:F 22+2:F 1D+5:F "
    "5C+1:F 8+1:F 29F+2:F 5C+6:F 1D+8:F 21+8:F 1D+B:F 19:F 4:F 3+B:F 6A+1:F C+5:F 10+5:F 20+5:F "
    "5F+6:F 32+4:F 4B+9:F 29:F D+3:F 10+3:F 5+2:F 2D+1:F 7+A:F 37+3:F 1E+5:F 11+2:F 41+1:F 43:F "
    "1E+1:F D+5:F 10+5:F 14+1:F 21+30:F 7E+2:F 32:F 75+7:F 44+2:F 12+2:F 3F+6:F 32+1:F D+7:F "
    "33+4:F 21B+1:F 8+1:F 28+1:F 8+1:F A:F 2:F 2:F 2:F 20+1:F 37:F 10:F F+1:F 8:F 14+1:F 5:F "
    "A:F 11:A 3+3:A 5+1:A 4+1:A 4+2:A 4+3:A C:A 2+1:A 3:A 6:A 3:A 27:F D+1:F 2:A B:A 2+3:A E:F "
    "E+2:F C:H 3:A 15+E:F 30+E:F 12:A 2:A 4:A A:A 3:A B+1:A 5:A 5:A 28+1:A 8+3:A 5+B:A 10+9:A "
    "19:A 3+3:F 4+9:A 28+1:A 1A:A 2:A 13:A 19:A 2+1:A 5+1:A 4:A 4:A 2:A 4:A 5:A 3+3:A 6:A 2:A "
    "2+5:A 7:A 6+3:A 8+1:A C:A 4:A 6:A E+1:A 4+3:A 6+1:A 4+1:A 14+1:A 4+1:A F:A 4:A C:A 1A:A "
    "53:A 8+1:W F+1:W C0+3:W 7:W 3:W 34+18:F 24+14:F 15+89:A 8B+60:A 65+23:A 30+F:A 12+3:A "
    "E+1:A 3+6:A F+1:A 4+1:A 6+1:A 4+1:A 6+2:A 5:A 3+3:A 14+3:A D:A E+1:W 8+1:A 4:A 5+1:A 6+1:W "
    "8:A 2:A 22:A 2:A 6+B:W 18+1:A 3+2:A 4+3:A 5+1:A 3:A 10:W 14:W B+1:A 3:W 9+1:W 13+1:W 2:A "
    "5+1:W 2+7:A 8:W 1+4:A 5:W 1+C:A E:A 5+1:A 2:W 1+6:A 7+1:W 2:A 1:W 1+3:A 4:W 1+1:A 2:W "
    "1+1:A 7:W 5+1:W 1E:W 15:A F:W 2:W 5+2:W 4:W 1F+9:A 1F+2:W 1B:W F:W 27+7:Na 19F+1:Na "
    "196+1:W 35:W 5:W 1+3:A 1E+1:F 22:F 15E+4:F 32:F 2+4:F 6+1:F 3A+6:F 9+D:F 26+8:F 10:F 8:F "
    "8:F 8:F 8:F 8:F 8:F 8:F 7F+21:F 22+19:W 1A:F 1+58:W 59+B:F C+D5:W D6+19:F 1A+B:W C+4:F "
    "5+3D:W 3F:F 1+55:W 56+1:F 2+66:W 67+4:F 5+2A:W 2B:F 1+5D:W 5E:F 1+53:W 54+B:F C+2E:W 2F:F "
    "1+27:W 28+7:A 8+1B6F:W 1BB0+568C:W 568D+2:F 3+36:W 37+8:F 165+13:F CC+7:F D3+4:F 7:F 2:F "
    "6+17:F 53+2:F D+5:F 3E+7:F 4E+7:F 14+5:F 7A+A:F C+1C:W 1D+2:F 51:F C+3:F 25:F 38+8:F "
    "17+1:F C+1:F 69+17:F 34+9:F 10+1:F 8+1:F 8+8:F 10:F 8:F 3D+3:F 82+1:F C+5:F 6+2BA3:W "
    "2BA4+B:F 23+3:F 35+3:F 804+18FF:A 1900+16D:W 16E+1:F 2+69:W 6A+25:F 2D+B:F 11+4:F 1F:F 6:F "
    "2:F 3:F 3:F 7E+F:F 1CD+1:F 38+6:F 8+1F:F 30+F:A 10+9:W A+5:F 16+22:W 23:F 1+12:W 13:F "
    "1+3:W 4+3:F 9:F 88+1:F 3+60:F 61+5D:H 5E+2:F 3+5:H 6+1:F 2+5:H 6+1:F 2+5:H 6+1:F 2+2:H "
    "3+A:F B+6:H 7+9:F E:A 1+1:F E:F 1B:F 14:F 3:F 10+1:F 10+21:F 9D+4:F 8+3:F 31+2:F 5B:F "
    "E+2:F 4+2E:F 5D+81:F 9F+2:F 34+E:F 2B+3:F 28+8:F 27+4:F 30+4:F 23:F 26+3:F 12+29:F C8+1:F "
    "C+5:F 2A+3:F 28+3:F 2C+7:F 3C+A:F 17:F 10:F 8:F 3:F C:F 10:F 8:F 3+42:F 17A+8:F 1F+9:F "
    "12+17:F 1E:F 2B:F A+44:F 4B+1:F 3:F 2D:F 3+2:F 4+1:F 19:F 49+7:F 11+2F:F 43:F 3+4:F 26+2:F "
    "1E+4:F 6+3F:F 78+3:F 18+1:F 34:F 3+4:F D:F 4:F 1E+1:F 5+3:F E+6:F 10+6:F 47+1F:F 47+3:F "
    "10+8:F 3F+2:F 20+1:F 1D+4:F 1F+6:F B+B:F 13+4F:F 99+36:F 6A+C:F 40+6:F 35+7:F 12+125:F "
    "145:F 2B:F 4+1:F 4+4D:F 76+7:F 32+15:F 30+25:F 42+13:F 2B+8:F 57+3:F 28+8:F 4D+9:F B+1:F "
    "1B+6:F 11+5:F 3B:F 13+7:F 2F+8:F 69:F 15+A:F 1D:F 2D+40:F 48:F 2:F 5:F 10:F C+5:F 41+4:F "
    "F+5:F A:F 9+1:F 4+1:F 18:F 8:F 3:F 6:F B+1:F 4+1:F 5+1:F 3+5:F 7+4:F C+1:F 9+2:F 8+8A:F "
    "E7:F 6+1D:F 66+7:F 12+A5:F DC+1:F 28+21:F 67+A:F 15+5:F 13+12:F 4D+5:F 10+35:F 51+1:F "
    "11+3:F 1B+B8:F F5+63:F B7+B:F 14+1:F 3+1:F A:F 3:F 1F:F 3+1:F E+8:F 13+45:F 4E+1:F 30+1:F "
    "D+1A:F 63+7:F 5B+C:F 56+106:F 110:F 2E:F F+9:F 27+2:F 23+1:F 18:F F+48:F 50:F 3:F 2D+2:F "
    "4:F 3:F A+7:F 12+5:F C:F 3:F 26:F 3:F 7+6:F 11+135:F 14F+B6:F B8+E:F 41+C:F 3A8+65:F D5:F "
    "6+A:F CF+A4B:F AAF+C:F 43C:F A+FC6:F 120E+21B8:F 23F2+6:F 26:F B+3:F 55:F B+5:F 24+1:F "
    "8+9:F 50+9:F 14:F 8:F 16+4:F 18+2AF:F 30B+64:F B0+3:F 3D+6:F 18+3F:F 40+4:W 5+A:F B+1:W "
    "2+D:F E+17F7:W 17F8+7:F 8+4D5:W 4D6+29:F 2A+8:W 9+22E6:F 22E7+3:W 4:F 1+6:W 7:F 1+1:W 2:F "
    "1+122:W 123+2C:F 2D+2:W 3+10:F 11+3:W 4+7:F 8+18B:W 18C+903:F 96F+4:F 12+2:F C+6:F 11+1:F "
    "A+125B:F 128A+1:F 19+8:F 7D+3B:F 132+9:F 31+1:F C4+14:F 5B+99:F AE+B:F 63+8:F 22+86:F DC:F "
    "48:F 3+1:F 3+1:F 4+1:F 6:F D:F 2:F 8:F 42:F 5+1:F A:F 8:F 1D:F 5:F 6:F 2+2:F A:F 155+1:F "
    "126+1:F 2C0+E:F 14:F 10+44F:F 46F+E0:F E8:F 12+1:F 9:F 3:F 6+D4:F 102+2:F 11+1:F C+3:F "
    "6+13F:F 15F+10:F 4B+4:F 6+4DF:F 4E7:F 5:F 3:F 10:F C6+1:F 12+28:F 75+3:F E+3:F 6+310:F "
    "355+4B:F 89+C1:F C6:F 1C:F 3:F 2+1:F 3:F B:F 5:F 2:F 2+5:F 7+3:F 5:F 2:F 2:F 4:F 3:F 2+1:F "
    "3:F 2:F 2:F 2:F 2:F 3:F 2+1:F 6:F 8:F 5:F 5:F 2:F B:F 12+4:F 8:F 6:F 12+33:F 36+10D:F "
    "112:W 28+3:F 68+B:F 1B+1:F 11:F F:W 1:F 26+9:F A+A:A 10+1D:A 20+39:A 40+1D:A 1E:W 1+1:A "
    "2+9:W A+11:A 13+37:F 52+2:W 3+C:F D+2B:W 2C+3:F 4+8:W 9+6:F 7+1:W 2+D:F E+5:W 6+99:F "
    "9A+20:W 2D+8:W A+45:W 47+15:W 22+2A:W 2F+4:W 11+10:W 14:W 4+46:W 48:W 2+BA:W BD+3E:W "
    "4C+3:W 5+17:W 2A:W 1B+1:W F:W 57+54:W 85+45:W 4C:W 4+2:W 5+2:W 3+4:F 5+2:W E+1:W 2+2:F "
    "7+8:W 9+2:F 77+B:F 65+6:F 7+B:W C+3:F 4:W 1+E:F 1B+3:F 3C+7:F 12+5:F 2E+7:F 26+1:F 4+4D:F "
    "5A+2E:W 30+9:W B+B8:W 10D+B:F 1A+1:F 2+4:W 5+2:F 3+4:W 5+2:F 3+6:W 7+8:F 9+1C:W 1D+2:F "
    "3+A:W B+4:F 5+5:W 6+9:F A+9:W A+5:F 6+7:W 8+7:F 8+6:W 7+8:F 9C:F 38+24:F 2F+405:F "
    "406+A6DF:W A6E0+1F:F 20+1038:W 1039+6:F 7+DD:W DE+1:F 2+1681:W 1682+D:F E+1D30:W "
    "1D31+C1E:F C1F+21D:W 21E+5E1:F 5E2+134A:W 134B+AECB5:F AECB7+1D:F 7E+7F:F 80+EF:A "
    "F0+FE0F:F FE10+FFFD:A FFFE+1:F 2+FFFD:A FFFE+1:F "
)

_TAGS = (
    "A0:noBreak 8:compat 2:super 5:compat 3+1:super 2+1:compat 4:compat 1+1:super 3+2:fraction "
    "76+1:compat D+1:compat A:compat 36:compat 45+8:compat 2D+2:compat BF+8:super 28+5:compat "
    "8+4:super 9A:compat A:compat 4C+2:compat 5+1:compat 1B+2:compat 4+1:compat 5:compat "
    "18E:compat EE+3:compat 7BE:compat 80:compat 29+1:compat 30:noBreak 6B:compat 2:compat "
    "183:super C30+2:super 4+A:super C+11:super 13+12:super 13+8:sub 16:super 23+24:super "
    "FF:compat 123:compat 2+1:compat 3F:compat 4+4:compat 5:noBreak 1+2:compat 9:noBreak "
    "6:compat D+2:compat B:noBreak 4+1:compat 3+1:compat 6:compat 2:compat 9+2:compat 10:compat "
    "8:compat 11+1:super 4+B:super C+E:sub 10+C:sub 18:compat 58+1:compat 2:font 1:compat "
    "2+2:compat 4:compat 1+9:font B:font 1:compat 3+4:font 7:super 1:compat 1:super 2:font "
    "4:font 4+1:font 3+2:font 4+1:font 2+3:compat 4:font 2:compat 1+4:font 9+4:font "
    "B+F:fraction 10+1F:compat 29:fraction A3+1:compat 3+1:compat 231+13:circle 14+41:compat "
    "42+34:circle 556:compat 68+2:compat 208:sub 1:super F2:super 130:compat 54:compat "
    "D+D5:compat 100:wide 36:compat 2+2:compat 63+1:compat 4:vertical 60:vertical 32+5D:compat "
    "61+D:super 6E+1E:compat 20+23:compat 24+3:circle C:square 1+2D:circle 2F+3F:circle "
    "40+B:compat C+3:square 4+2E:circle 2F+58:square 59+18:compat 19+6E:square 6F+1E:compat "
    "1F:square 729D+1:super D4:super 82+2:super 6+1:super 364+3:super D:super 4F97+6:compat "
    "13+4:compat D+9:font 2F:compat 1:isolated 1:final 1:isolated 1:final 1:initial 1:medial "
    "1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated "
    "1:final 1:initial 1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final "
    "1:initial 1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:initial "
    "1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:initial 1:medial "
    "1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated "
    "1:final 1:isolated 1:final 1:isolated 1:final 1:isolated 1:final 1:isolated 1:final "
    "1:isolated 1:final 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:initial "
    "1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:initial 1:medial "
    "1:isolated 1:final 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:isolated "
    "1:final 1:initial 1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final "
    "1:isolated 1:final 22:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:isolated "
    "1:final 1:isolated 1:final 1+1:isolated 2:final 1:isolated 1:final 1:isolated 1:final "
    "1:isolated 1:final 1:initial 1:medial 1:initial 1:medial 1:isolated 1:final 1:isolated "
    "1:final 1:isolated 1:final 1:isolated 1:final 1:isolated 1:final 1:isolated 1:final "
    "1:isolated 1:final 1:initial 1:isolated 1:final 1:initial 1:isolated 1:final 1:initial "
    "1:medial 1+63:isolated 64+32:final 33+47:initial 48+15:medial 16+1B:isolated 1C+1B:final "
    "1C+6:initial 7+7:medial 8:final 1:isolated 13:initial 1:final 1+5:initial 6:final "
    "1:initial 1+1:final 2+1:initial 2+1:final 2+1:initial 2:final 1:initial 1:final 1:initial "
    "1+1:final 2:initial 1+1:final 2:initial 1:final 1:initial 1+1:final 2:initial 1:final "
    "1+1:initial 2+2:final 3:initial 1+4:final 5:initial 1+4:final 5:initial 1+1:final "
    "2:initial 1:final 1+2:initial 3:final 1+3:initial 6+3:initial 4+1:final 2:initial "
    "1+3:final 4:initial 1+15:final 16+1:initial 2+1:final 2:initial 1:final 1:initial "
    "1+7:final 8+2:initial 3+1:final 2A+C:isolated 20+9:vertical 20+14:vertical 17+1:vertical "
    "2+6:compat 7+2:small 4+12:small 14+3:small 8:isolated 1:medial 1:isolated 2:isolated "
    "2:isolated 1:medial 1:isolated 1:medial 1:isolated 1:medial 1:isolated 1:medial 1:isolated "
    "1:medial 1+1:isolated 2:final 1:isolated 1:final 1:isolated 1:final 1:isolated 1:final "
    "1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:isolated 1:final 1:initial "
    "1:medial 1:isolated 1:final 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final "
    "1:initial 1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:initial "
    "1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:isolated 1:final "
    "1:isolated 1:final 1:isolated 1:final 1:isolated 1:final 1:initial 1:medial 1:isolated "
    "1:final 1:initial 1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final "
    "1:initial 1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:initial "
    "1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:initial 1:medial "
    "1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated "
    "1:final 1:initial 1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final "
    "1:initial 1:medial 1:isolated 1:final 1:initial 1:medial 1:isolated 1:final 1:initial "
    "1:medial 1:isolated 1:final 1:isolated 1:final 1:isolated 1:final 1:initial 1:medial "
    "1:isolated 1:final 1:isolated 1:final 1:isolated 1:final 1:isolated 1:final 5+5F:wide "
    "60+5D:narrow 61+5:narrow 8+5:narrow 8+5:narrow 8+2:narrow 6+6:wide 8+6:narrow 799+4:super "
    "6+29:super 2B+8:super CC4E+54:font 56+46:font 48+1:font 4:font 3+1:font 4+3:font 5+B:font "
    "D:font 2+6:font 8+40:font 42+3:font 6+7:font 9+6:font 8+1B:font 1D+3:font 5+4:font 6:font "
    "4+6:font 8+153:font 156+123:font 126+31:font 1632+3:font 5+1A:font 1C+1:font 3:font 3:font "
    "2+9:font B+3:font 5:font 2:font 7:font 5:font 2:font 2:font 2+2:font 4+1:font 3:font "
    "3:font 2:font 2:font 2:font 2:font 2+1:font 3:font 3+3:font 5+6:font 8+3:font 5+3:font "
    "5:font 2+9:font B+10:font 16+2:font 4+4:font 6+10:font 255+A:compat 10+1A:compat "
    "1B+3:circle 5+1F:square 3A+2:super 26:square 70+2:square 10+2B:square 30+8:compat "
    "10+1:circle 9A0+9:font "
)

_NUMBERS = (
    "BC:1/4 1:1/2 1:3/4 936:1/16 1:1/8 1:3/16 1:1/4 1:3/4 1:16 179:1/4 1:1/2 1:3/4 1:1/16 1:1/8 "
    "1:3/16 79:10 1:100 1:1000 86:0 1:1 1:2 1:3 1:1 1:2 1:3 DA:1/160 1:1/40 1:3/80 1:1/20 "
    "1:1/10 1:3/20 1:1/5 12:10 1:100 1:1000 1:1/4 1:1/2 1:3/4 1:1/16 1:1/8 1:3/16 1B2:1/2 1:3/2 "
    "1:5/2 1:7/2 1:9/2 1:11/2 1:13/2 1:15/2 1:17/2 1:-1/2 43F:10 1:20 1:30 1:40 1:50 1:60 1:70 "
    "1:80 1:90 1:100 1:10000 372:17 1:18 1:19 100:0 1:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 957:1/7 "
    "1:1/9 1:1/10 1:1/3 1:2/3 1:1/5 1:2/5 1:3/5 1:4/5 1:1/6 1:5/6 1:1/8 1:3/8 1:5/8 1:7/8 1+1:1 "
    "2:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 1:10 1:11 1:12 1:50 1:100 1:500 1:1000 1:1 1:2 1:3 1:4 1:5 "
    "1:6 1:7 1:8 1:9 1:10 1:11 1:12 1:50 1:100 1:500 1+1:1000 2:5000 1:10000 3:6 1:50 1:50000 "
    "1:100000 1:0 2E0:10 1:11 1:12 1:13 1:14 1:15 1:16 1:17 1:18 1:19 1:20 A:10 1:11 1:12 1:13 "
    "1:14 1:15 1:16 1:17 1:18 1:19 1:20 A:10 1:11 1:12 1:13 1:14 1:15 1:16 1:17 1:18 1:19 1:20 "
    "50:11 1:12 1:13 1:14 1:15 1:16 1:17 1:18 1:19 1:20 A:10 281:10 A:10 A:10 56A:1/2 30A:0 "
    "1A:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 F:10 1:20 1:30 158:1 1:2 1:3 1:4 8B:1 1:2 1:3 1:4 1:5 "
    "1:6 1:7 1:8 1:9 1:10 1F:10 1:20 1:30 1:40 1:50 1:60 1:70 1:80 2:21 1:22 1:23 1:24 1:25 "
    "1:26 1:27 1:28 1:29 1:30 1:31 1:32 1:33 1:34 1:35 21:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 "
    "1:10 28:36 1:37 1:38 1:39 1:40 1:41 1:42 1:43 1:44 1:45 1:46 1:47 1:48 1:49 1:50 146:5 "
    "7E:2 3A7:5 323:7 12B3:1 3:7 4:10000 2:3 54:9 2F:2 8:5 2:4 29:100000000 1:10 1F:1000 9:3 "
    "25:5 63:100 194:100000000 42:1000000000000 23:2 2:8 2:6 1D4:10 2:1000 1:20 1:30 7:40 "
    "75+3:3 31A:4 216:1 8:1 581:1 84:9 1:20 D:1 1:2 1:3 2:2 3EE:10 4E:8 486:7 734:7 490:9 "
    "2E8:100 A08:4 3A6:10000 882:2 5:2 7D:2 8F1:1000 25:6 6:100 2C:6 7E:0 FF0:1 1:2 1:3 1:4 1:5 "
    "1:6 1:7 1:8 1:9 1:0 141:1/4 1:1/2 1:3/4 1:1/16 1:1/8 1:3/16 5136:3 8:10 5:2 3A:0 1F:6 2:6 "
    "2A:10 70A:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 1:10 1:20 1:30 1:40 1:50 1:60 1:70 1:80 1:90 "
    "1:100 1:200 1:300 1:400 1:500 1:600 1:700 1:800 1:900 1:1000 1:2000 1:3000 1:4000 1:5000 "
    "1:6000 1:7000 1:8000 1:9000 1:10000 1:20000 1:30000 1:40000 1:50000 1:60000 1:70000 "
    "1:80000 1:90000 D:1/4 1:1/2 1:1 1:5 1:50 1:500 1:5000 1:50000 1:5 1:10 1:50 1:100 1:500 "
    "1:1000 1:5000 1:5 1:10 1:50 1:100 1:500 1:1000 1:10000 1:50000 1:10 1+2:1 3+3:2 4:5 1+4:10 "
    "5:30 1+3:50 4:100 1:300 1+4:500 5:1000 1:5000 1:5 1:50 1+1:1/2 2:2/3 1:3/4 12:0 1:1/4 "
    "156:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 1:10 1:20 1:30 1:40 1:50 1:60 1:70 1:80 1:90 1:100 "
    "1:200 1:300 1:400 1:500 1:600 1:700 1:800 1:900 25:1 1:5 1:10 1:50 1E:90 9:900 87:1 1:2 "
    "1:10 1:20 1:100 483:1 1:2 1:3 1:10 1:20 1:100 1:1000 1:10000 1A:1 1:2 1:3 1:4 1:5 1:10 "
    "1:20 28:1 1:2 1:3 1+1:4 2:5 1:10 1:20 1:100 4C:1 1:5 1:10 1:20 1:100 17:1 1:10 1:20 1:100 "
    "1:2 1:3 A1:11/12 1:1/2 3:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 1:10 1:20 1:30 1:40 1:50 1:60 "
    "1:70 3:100 1:200 1:300 1:400 1:500 1:600 1:700 1:800 1:900 1:1000 1:2000 1:3000 1:4000 "
    "1:5000 1:6000 1:7000 1:8000 1:9000 1:10000 1:20000 1:30000 1:40000 1:50000 1:60000 1:70000 "
    "1:80000 1:90000 1:100000 1:200000 1:300000 1:400000 1:500000 1:600000 1:700000 1:800000 "
    "1:900000 1:1/12 1:1/6 1:1/4 1:1/3 1:5/12 1:1/2 1:7/12 1:2/3 1:3/4 1:5/6 45:10 1:20 1:100 "
    "1:1000 1:1/2 35:1 1:50 1F:1 1:10 1:20 4C:1 1:5 1:10 1:20 1:100 69:1 1:2 1:3 1:4 1:10 1:20 "
    "1:100 1:1000 19:1 1:2 1:3 1:4 1:10 1:20 1:100 1:1000 2A:1 1:2 1:3 1:4 1:10 1:20 1:100 "
    "14B:1 1:5 1:10 1:50 1:100 1:1000 16A:10 1:20 1:30 1:40 1:50 1:60 1:70 1:80 1:90 1:100 "
    "1:200 1:300 1:400 1:500 1:600 1:700 1:800 1:900 1:1/2 1:1/4 1:1/3 1:2/3 9F:1 1:2 1:3 1:4 "
    "1:5 1:10 1:20 1:30 1:100 1:1/2 2B:1 1:10 1:20 1:100 71:1 1:2 1:3 1:4 1:10 1:20 1:100 90:10 "
    "1:20 1:30 1:40 1:50 1:60 1:70 1:80 1:90 1:100 1:1000 17C:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 "
    "1:10 1:20 1:30 1:40 1:50 1:60 1:70 1:80 1:90 1:100 1:1000 546:10 1:20 1AF:10 1:20 1:30 "
    "1:40 1:50 1:60 1:70 1:80 1:90 368:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 1:10 1:20 1:30 1:40 "
    "1:50 1:60 1:70 1:80 1:90 1:100 354:1/320 1:1/160 1:1/80 1:1/64 1:1/40 1:1/32 1:3/80 1:3/64 "
    "1:1/20 1+1:1/16 2:1/10 1:1/8 1:3/20 1:3/16 1:1/5 1:1/4 1+1:1/2 2:3/4 1:1/320 42C:2 1:3 1:4 "
    "1:5 1:6 1:7 1:8 1:9 1:3 1:4 1:5 1:6 1:7 1:8 1:9 1:4 1:5 1:6 1:7 1:8 1:9 1:1 1:2 1:3 1:4 "
    "1:5 1:6 1:7 1:8 1:9 1:1 1:2 1:3 1:4 1:5 1:2 1+1:3 2:4 1:5 1:6 1:7 1:8 1:9 1:1 1:2 1+1:3 "
    "2:4 1:5 1:216000 1:432000 1:1 1:2 1+1:3 2:4 1:5 1+1:3 2+3:4 4:6 1+2:7 3+1:8 2+3:9 4:2 1:3 "
    "1:4 1:5 1:6 1:1 1:2 1:3 1+1:4 2+1:5 2:2 1:3 1:1 1:2 1:1/3 1:2/3 1:5/6 1:1/3 1:2/3 1:1/8 "
    "1:1/4 1:1/6 1+1:1/4 2:1/2 1:1/3 1:2/3 1:40 1:50 1:4 1:5 1:6 1:7 1:8 1:9 46ED:10 1:100 "
    "1:10000 1:1000000 1:100000000 1:10000000000 1:1000000000000 31F:0 1:1 1:2 1:3 1:4 1:5 1:6 "
    "1:7 1:8 1:9 1:10 1:11 1:12 1:13 1:14 1:15 1:16 1:17 1:18 1:19 1:1 1:2 1:3 644A:0 1:1 1:2 "
    "1:3 1:4 1:5 1:6 1:7 1:8 1:9 1:10 1:11 1:12 1:13 1:14 1:15 1:16 1:17 1:18 1:19 6D:1 1:2 1:3 "
    "1:4 1:5 1:6 1:7 1:8 1:9 1:10 1:20 1:30 1:40 1:50 1:60 1:70 1:80 1:90 1:1 1:2 1:3 1:4 1:5 "
    "1:1 1:5 154F:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 3A2:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 1:10 "
    "1:20 1:30 1:40 1:50 1:60 1:70 1:80 1:90 1:100 1:200 1:300 1:400 1:500 1:600 1:700 1:800 "
    "1:900 1:1000 1:2000 1:3000 1:4000 1:5000 1:6000 1:7000 1:8000 1:9000 1:10000 1:20000 "
    "1:30000 1:40000 1:50000 1:60000 1:70000 1:80000 1:90000 1:100000 1:200000 1:100000 "
    "1:10000000 1:20000000 1:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 2:1/4 1:1/2 1:3/4 2:1 1:2 "
    "1:10000 1:100000 4D:1 1:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 1:10 1:20 1:30 1:40 1:50 1:60 1:70 "
    "1:80 1:90 1:100 1:200 1:300 1:400 1:500 1:600 1:700 1:800 1:900 1:1000 1:2000 1:3000 "
    "1:4000 1:5000 1:6000 1:7000 1:8000 1:9000 1:10000 1:20000 1:30000 1:40000 1:50000 1:60000 "
    "1:70000 1:80000 1:90000 2:2 1:3 1:4 1:5 1:6 1:7 1:8 1:9 1:10 1:400 1:600 1:2000 1:10000 "
    "1:1/2 1:1/6 3CE+1:0 EF6:7 63:4 7E:4 3F:5 809:1 59:30 9:40 10:40 14E:6 13:3 1C:3 1877:2 "
    "608:3 1183:3 2752:4 9623:9 "
)


class _Table:
    """Values of ranges of characters, each written as its distance, length and value."""

    def __init__(self, text, make=str):
        self.text = text
        self.make = make
        self.firsts = None

    def find(self, code, default):
        if self.firsts is None:
            self.firsts, self.lasts, self.values = [], [], []
            at = 0
            for part in self.text.split():
                place, value = part.split(":")
                step, _, length = place.partition("+")
                at += int(step, 16)
                self.firsts.append(at)
                self.lasts.append(at + int(length or "0", 16))
                self.values.append(value)
        i = bisect.bisect_right(self.firsts, code) - 1
        return self.make(self.values[i]) if i >= 0 and code <= self.lasts[i] else default


def _number(text):
    over, _, under = text.partition("/")
    return int(over) / int(under or "1")


_combining = _Table(_COMBINING, int)
_widths = _Table(_WIDTHS)
_tags = _Table(_TAGS)
_numbers = _Table(_NUMBERS, _number)


def _code(function, character):
    if not isinstance(character, str):
        raise TypeError(
            "%s() argument%s must be a unicode character, not %s"
            % (function, " 1" if function in _TWO else "", type(character).__name__)
        )
    if len(character) != 1:
        raise TypeError(
            "%s() argument%s must be a unicode character, not str"
            % (function, " 1" if function in _TWO else "")
        )
    return ord(character)


_TWO = ("name", "decimal", "digit", "numeric")


def name(character, default=_NONE, /):
    found = _unicodedata.name(_code("name", character))
    if found:
        return found
    if default is _NONE:
        raise ValueError("no such name")
    return default


def lookup(name, /):
    found = _unicodedata.codepoint(name)
    if found < 0:
        raise KeyError("undefined character name '%s'" % name)
    return chr(found)


def category(character, /):
    return _unicodedata.category(_code("category", character))


def bidirectional(character, /):
    return _unicodedata.bidirectional(_code("bidirectional", character))


def mirrored(character, /):
    return _unicodedata.mirrored(_code("mirrored", character))


def combining(character, /):
    return _combining.find(_code("combining", character), 0)


def east_asian_width(character, /):
    return _widths.find(_code("east_asian_width", character), "N")


def decimal(character, default=_NONE, /):
    code = _code("decimal", character)
    if character.isdecimal():
        return _unicodedata.digit(code)
    if default is _NONE:
        raise ValueError("not a decimal")
    return default


def digit(character, default=_NONE, /):
    code = _code("digit", character)
    if character.isdigit():
        return _digit(code)
    if default is _NONE:
        raise ValueError("not a digit")
    return default


def _digit(code):
    found = _unicodedata.digit(code)
    if found < 0:
        plain = _unicodedata.normalize("NFKC", chr(code)).strip("(.,)")
        found = int(plain) if plain.isdecimal() else _numbers.find(code, -1)
    return found


def numeric(character, default=_NONE, /):
    code = _code("numeric", character)
    if character.isdigit():
        return float(_digit(code))
    found = _numbers.find(code, None)
    if found is not None:
        return found
    if default is _NONE:
        raise ValueError("not a numeric character")
    return default


def decomposition(character, /):
    code = _code("decomposition", character)
    plain = _unicodedata.normalize("NFD", character)
    if plain != character:
        last = plain[-1]
        first = _unicodedata.normalize("NFC", plain[:-1])
        parts = (first, last) if first else (last,)
        return " ".join("%04X" % ord(each) for each in parts)
    wide = _unicodedata.normalize("NFKD", character)
    if wide == character:
        return ""
    return "<%s> " % _tags.find(code, "compat") + " ".join("%04X" % ord(each) for each in wide)


def normalize(form, text, /):
    return _unicodedata.normalize(form, text)


def is_normalized(form, text, /):
    return _unicodedata.normalize(form, text) == text
