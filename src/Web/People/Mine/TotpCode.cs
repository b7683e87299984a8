using System.Text;
using QRCoder;

namespace Huanxin.Web.People.Mine;

/// <summary>The QR code by which an authenticator app takes over a key.</summary>
public static class TotpCode
{
    /// <summary>SVG, base64, to be shown by an img element.</summary>
    public static string QrSvg(string key, string signInName)
    {
        var issuer = Uri.EscapeDataString("焕新");
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(signInName)}?secret={key}&issuer={issuer}&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(svg.GetGraphic(4)));
    }
}
