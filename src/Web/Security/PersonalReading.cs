using Huanxin.App.Security;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;

namespace Huanxin.Web.Security;

/// <summary>Personal data as the person in front of the screen may see it: plain with the right over the place, masked otherwise.</summary>
public sealed class PersonalReading(CurrentUser me, Cipher cipher)
{
    public bool MaySee(RegionCode place) => me.Rights.May(Permission.ViewPersonalData, place);

    /// <summary>张三 or 张*.</summary>
    public string Name(Personal name, RegionCode place) => MaySee(place) ? cipher.Open(name) : MaskedName(cipher.Open(name));

    /// <summary>13800000000 or 138****0000; null where none is kept.</summary>
    public string? Phone(Personal? phone, RegionCode place) =>
        phone is null ? null : MaySee(place) ? cipher.Open(phone) : MaskedPhone(cipher.Open(phone));

    public static string MaskedName(string name) => name.Length == 0 ? "" : name[..1] + new string('*', Math.Clamp(name.Length - 1, 1, 2));

    public static string MaskedPhone(string phone) => phone.Length < 8 ? "****" : $"{phone[..3]}****{phone[^4..]}";
}
